-- severity: error
-- title: An observation of a share lies outside 0 to 100
-- remedy: Look at the figure's code: a change or a count was taken for a rate
SELECT region_code, issuer_kind, report_year, indicator_code, value, observation.unit, figure_id
FROM fact_observation AS observation
JOIN dim_indicator AS indicator USING (indicator_code)
WHERE indicator.kind = 'rate' AND observation.unit = '%' AND (value < 0 OR value > 100)
