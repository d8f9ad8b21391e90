-- question: What share of reports comes in time, by province and year?
-- note: A report without a date of publication counts as in time; late is what came after public_due_date. The share is of those that are told (published, late or missing); what was not seen or
--    not read may have come in time and is counted beside
-- part_year: speaks of reports, not of values
SELECT
    province_name,
    report_year,
    count(*) AS due_count,
    count(*) FILTER (state IN ('published', 'late', 'missing')) AS told_count,
    round(100.0 * count(*) FILTER (state = 'published') / nullif(told_count, 0), 1) AS in_time_pct,
    count(*) FILTER (state = 'late') AS late_count,
    count(*) FILTER (state = 'missing') AS absent_count,
    count(*) FILTER (state IN ('unseen', 'unread', 'blocked', 'gone')) AS untold_count,
    median(published_date - public_due_date) FILTER (state = 'late') AS median_days_late
FROM mart_coverage
WHERE state <> 'not_due'
GROUP BY province_name, report_year
ORDER BY province_name, report_year;
