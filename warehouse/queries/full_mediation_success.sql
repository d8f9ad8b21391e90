-- question: Who reports that every mediation succeeded?
-- part_year: left out; only values of the whole year
SELECT
    report_year,
    issuer_kind,
    issuer_function,
    count(*) AS report_count,
    count(*) FILTER (value = 100) AS full_success_count,
    round(median(value), 2)::DOUBLE AS median_rate_pct,
    list(region_name ORDER BY region_code) FILTER (value = 100) AS full_success_regions
FROM mart_observation
WHERE indicator_code = 'mediation.success_rate' AND is_whole_year AND NOT is_out_of_range
GROUP BY report_year, issuer_kind, issuer_function
ORDER BY report_year, issuer_kind, issuer_function;
