-- question: What share of reports has all five prescribed parts, and which part is missing most?
SELECT
    issuer_kind,
    report_year,
    count(*) AS report_count,
    round(100.0 * count(*) FILTER (score = 5) / count(*), 1) AS all_five_pct,
    count(*) FILTER (NOT has_leadership) AS lacking_leadership_count,
    count(*) FILTER (NOT has_problems) AS lacking_problems_count,
    count(*) FILTER (NOT has_plan) AS lacking_plan_count
FROM mart_compliance
GROUP BY issuer_kind, report_year
ORDER BY issuer_kind, report_year;
