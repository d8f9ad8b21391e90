-- question: How did the values of one region's bodies run through the years, whatever the region was called and coded then?
-- part_year: left out; only values of the whole year
SELECT
    coalesce(current_code, region_code) AS followed_code,
    indicator_name,
    body_name,
    list(report_year || ' ' || region_name || ' ' || value_text || ' ' || unit ORDER BY report_year) AS values_by_year
FROM mart_observation
JOIN (SELECT issuer_key, body_name FROM dim_issuer) AS issuer USING (issuer_key)
WHERE is_whole_year
GROUP BY followed_code, indicator_code, indicator_name, body_name
ORDER BY followed_code, indicator_code, body_name;
