-- severity: warning
-- fault: report, or the reading of a unit; the value is kept
-- title: A count is more than a hundred times the year before's, or less than a hundredth
-- remedy: Look at both figures: 万 may have been lost, or a part taken for the whole
-- A hundredfold is beyond what a county's counts do from year to year, save near zero; below ten nothing is said.
SELECT region_code, issuer_kind, report_year, indicator_code, previous_value, value, figure_id
FROM mart_comparison
WHERE kind <> 'rate'
    AND least(value, previous_value) >= 10
    AND greatest(value, previous_value) > 100 * least(value, previous_value)
