-- severity: warning
-- fault: jobs, where the name and the code are written
-- title: A source's publisher names a place that no table of regions has, so that its region code could not be checked
-- remedy: Mend the name or the code in the source, or add the place to warehouse/region
SELECT source_id, publisher, unchecked_place, region_code
FROM dim_source
WHERE unchecked_place IS NOT NULL
ORDER BY source_id
