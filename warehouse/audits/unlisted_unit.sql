-- severity: warning
-- fault: report, which may count in any unit; it compares with itself alone
-- title: A figure has a unit that the list of units does not hold
-- remedy: Add it to warehouse/schema/12_dim_unit.sql with its class, or mend the reading of the unit
SELECT unit, count(figure_id) AS figure_count, any_value(figure_id) AS example
FROM dim_unit
JOIN fact_figure USING (unit)
WHERE NOT is_listed
GROUP BY unit
ORDER BY figure_count DESC, unit
