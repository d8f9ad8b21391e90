-- question: Which values changed most against the year before?
-- note: Changes of small counts are large in per cent; ten is the least previous value shown
SELECT region_name, issuer_kind, report_year, indicator_name, previous_value, value, unit, change_pct, figure_id
FROM mart_comparison
WHERE previous_value >= 10
ORDER BY abs(change_pct) DESC, region_code, indicator_code, report_year
LIMIT 50;
