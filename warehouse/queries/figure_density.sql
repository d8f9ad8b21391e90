-- question: How long are the reports, and how many figures stand in a thousand characters?
-- part_year: included; every figure counts as text, whatever time it speaks of
SELECT
    issuer_kind,
    report_year,
    count(*) AS report_count,
    median(length(text))::INTEGER AS median_characters,
    round(avg(1000.0 * figure_count / nullif(length(text), 0)), 1) AS figures_per_thousand_characters
FROM mart_document
WHERE is_current
GROUP BY issuer_kind, report_year
ORDER BY issuer_kind, report_year;
