-- question: Which values changed most against the year before?
-- note: Changes of small counts are large in per cent; ten is the least previous value shown
-- note: Where a law changed what is counted, the first year is left out
-- part_year: left out; only values of the whole year
SELECT region_name, issuer_name, report_year, indicator_name,
    rtrim(rtrim(previous_value::VARCHAR, '0'), '.') AS previous_value, value_text AS value, unit, change_pct, figure_id
FROM mart_comparison
WHERE mart_comparison.previous_value >= 10 AND is_whole_year AND NOT is_series_break
ORDER BY abs(change_pct) DESC, region_code, indicator_code, report_year, issuer_name
LIMIT 50;
