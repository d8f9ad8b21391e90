-- question: How did one region's values run through the years, whatever it was called and coded then?
-- part_year: left out; only values of the whole year
SELECT
    coalesce(current_code, region_code) AS followed_code,
    indicator_name,
    issuer_kind,
    list(report_year || ' ' || region_name || ' ' || value_text || ' ' || unit ORDER BY report_year) AS values_by_year
FROM mart_observation
WHERE is_whole_year
GROUP BY followed_code, indicator_code, indicator_name, issuer_kind
ORDER BY followed_code, indicator_code, issuer_kind;
