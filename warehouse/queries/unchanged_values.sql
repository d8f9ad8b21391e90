-- question: How often does a body report the very count of the year before, as if it were copied?
-- note: Counts below ten repeat by chance and are left out
-- part_year: left out; only values of the whole year
SELECT
    region_name,
    issuer_name,
    report_year,
    count(*) AS compared_count,
    count(*) FILTER (value = previous_value) AS unchanged_count,
    list(indicator_name ORDER BY indicator_code) FILTER (value = previous_value) AS unchanged_indicators
FROM mart_comparison
WHERE previous_value >= 10 AND unit <> '%' AND is_whole_year AND NOT is_series_break
GROUP BY region_code, region_name, issuer_key, issuer_name, report_year
ORDER BY unchanged_count DESC, region_code, issuer_name, report_year;
