-- severity: warning
-- fault: jobs, where the code is written
-- title: A region code stands in no table of regions
-- remedy: Mend the region of the source, or add the region to warehouse/region
SELECT region_code, count(document_id) AS document_count
FROM dim_region
LEFT JOIN dim_document USING (region_code)
WHERE NOT is_listed
GROUP BY region_code
ORDER BY region_code
