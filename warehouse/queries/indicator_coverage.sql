-- question: Which indicators do most reports state, and which hardly any?
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
GROUP BY indicator_code, issuer_kind, report_year
ORDER BY issuer_kind, report_year, stating_count DESC, indicator_code;
