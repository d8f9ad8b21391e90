-- severity: warning
-- fault: report, which prints it; the value is kept, marked is_out_of_range, and has no rank
-- title: An observation of a share lies outside 0 to 100
-- remedy: Look at the sentence: where a change or a count was taken for a rate, a review puts it right
SELECT region_code, issuer_kind, report_year, indicator_code, value, unit, figure_id
FROM mart_observation
WHERE is_out_of_range
