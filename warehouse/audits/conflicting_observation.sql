-- severity: warning
-- fault: report, for it states both values; the one chosen is marked is_conflicting
-- title: A report states one indicator with different values
-- remedy: Look at the mentions: a part may have been taken for the whole
SELECT region_code, issuer_kind, report_year, indicator_code, value, distinct_value_count, figure_id
FROM fact_observation
WHERE is_conflicting
