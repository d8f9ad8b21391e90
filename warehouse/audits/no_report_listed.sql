-- severity: warning
-- fault: jobs, where the address is written, or site, which keeps its reports elsewhere
-- title: Reports are called missing on the word of listings that never showed one of any year
-- remedy: Open the listing: a slip in its address may lead to another column of the same site. Where it is the right one, the
--    body has published no report there
SELECT source_id, listing_url, list(report_year ORDER BY report_year) AS missing_years
FROM fact_coverage
WHERE state = 'missing'
    AND source_id NOT IN (SELECT source_id FROM fact_link)
GROUP BY source_id, listing_url
ORDER BY source_id, listing_url
