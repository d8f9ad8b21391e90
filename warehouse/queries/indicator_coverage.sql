-- question: Which indicators do most reports state, and which hardly any?
-- part_year: left out; a report that states only a part of the year or a running total does not state the year's value
WITH report AS (
    SELECT issuer_kind, report_year, count(*) AS report_count
    FROM mart_document
    WHERE is_current AND region_code IS NOT NULL
    GROUP BY issuer_kind, report_year
)
SELECT
    indicator_code,
    any_value(indicator_name) AS indicator_name,
    issuer_kind,
    report_year,
    count(*) AS stating_count,
    round(100.0 * count(*) / any_value(report_count), 1) AS stating_pct
FROM mart_observation
JOIN report USING (issuer_kind, report_year)
WHERE is_whole_year
GROUP BY indicator_code, issuer_kind, report_year
ORDER BY issuer_kind, report_year, stating_count DESC, indicator_code;
