-- question: Which indicators are contradicted most often, by a report's own numbers or by a second value?
-- part_year: included; a contradiction is one whatever time its numbers speak of
WITH checked AS (
    SELECT document_id, version, status, unnest(figure_ids) AS figure_id
    FROM mart_quality
    WHERE is_current AND status <> 'not_applicable'
),
by_check AS (
    SELECT
        indicator_code,
        count(*) AS checked_count,
        count(*) FILTER (status = 'contradicted') AS contradicted_count
    FROM checked
    JOIN mart_figure USING (figure_id)
    WHERE indicator_code IS NOT NULL
    GROUP BY indicator_code
),
by_value AS (
    SELECT
        indicator_code,
        any_value(indicator_name) AS indicator_name,
        count(*) AS observation_count,
        count(*) FILTER (is_conflicting) AS conflicting_count
    FROM mart_observation
    GROUP BY indicator_code
)
SELECT indicator_code, indicator_name, observation_count, conflicting_count, coalesce(checked_count, 0) AS checked_count,
    coalesce(contradicted_count, 0) AS contradicted_count
FROM by_value
LEFT JOIN by_check USING (indicator_code)
ORDER BY contradicted_count + conflicting_count DESC, indicator_code;
