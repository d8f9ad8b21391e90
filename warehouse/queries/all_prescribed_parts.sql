-- question: What share of reports has every part that is prescribed, and which part is missing most?
-- note: Four parts are prescribed in every report; other matters only where there is something to report, so that no report
--    lacks them: they are counted apart
-- part_year: speaks of reports, not of values
SELECT
    issuer_kind,
    report_year,
    count(*) AS report_count,
    round(100.0 * count(*) FILTER (score = 4) / count(*), 1) AS all_prescribed_pct,
    count(*) FILTER (NOT has_achievements) AS lacking_achievements_count,
    count(*) FILTER (NOT has_problems) AS lacking_problems_count,
    count(*) FILTER (NOT has_leadership) AS lacking_leadership_count,
    count(*) FILTER (NOT has_plan) AS lacking_plan_count,
    count(*) FILTER (has_other) AS with_other_matters_count
FROM mart_compliance
GROUP BY issuer_kind, report_year
ORDER BY issuer_kind, report_year;
