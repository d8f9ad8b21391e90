-- question: How did one region's values run through the years, whatever it was called and coded then?
SELECT
    coalesce(current_code, region_code) AS followed_code,
    indicator_name,
    issuer_kind,
    list(report_year || ' ' || region_name || ' ' || value::DOUBLE ORDER BY report_year) AS values_by_year
FROM mart_observation
GROUP BY followed_code, indicator_code, indicator_name, issuer_kind
ORDER BY followed_code, indicator_code, issuer_kind;
