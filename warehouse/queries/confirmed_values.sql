-- question: Which share of an indicator's values do the reports' own numbers confirm?
-- part_year: left out; only values of the whole year
SELECT
    indicator_code,
    any_value(indicator_name) AS indicator_name,
    count(*) AS observation_count,
    count(verified_by) AS confirmed_count,
    round(100.0 * count(verified_by) / count(*), 1) AS confirmed_pct
FROM mart_observation
WHERE is_whole_year
GROUP BY indicator_code
ORDER BY confirmed_pct DESC, observation_count DESC, indicator_code;
