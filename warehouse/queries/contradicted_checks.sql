-- question: Which checks do reports fail most often, and where?
SELECT
    "check",
    count(*) FILTER (status = 'confirmed') AS confirmed_count,
    count(*) FILTER (status = 'contradicted') AS contradicted_count,
    list(url ORDER BY url) FILTER (status = 'contradicted') AS contradicted_urls
FROM mart_quality
WHERE is_current AND status <> 'not_applicable'
GROUP BY "check"
ORDER BY contradicted_count DESC, "check";
