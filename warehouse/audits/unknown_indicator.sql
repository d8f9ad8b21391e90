-- severity: error
-- fault: program, whose rules gave the code
-- title: A figure has a code that the dictionary does not hold
-- remedy: Add the indicator under warehouse/indicators, or mend the rule that gave the code
SELECT figure_id, indicator_code, rule
FROM fact_figure ANTI JOIN dim_indicator USING (indicator_code)
WHERE indicator_code IS NOT NULL
