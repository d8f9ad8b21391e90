-- question: Which checks do reports fail most often, and where?
-- part_year: included; a check holds numbers of one report against each other, not values of years
SELECT
    check_name,
    count(*) FILTER (status = 'confirmed') AS confirmed_count,
    count(*) FILTER (status = 'contradicted') AS contradicted_count,
    list(url ORDER BY url) FILTER (status = 'contradicted') AS contradicted_urls
FROM mart_quality
WHERE is_current AND status <> 'not_applicable'
GROUP BY check_name
ORDER BY contradicted_count DESC, check_name;
