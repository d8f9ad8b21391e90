-- question: What share of reports comes in time, by province and year?
-- note: A report without a date of publication counts as in time; a bureau is late from 2 March, though the public may wait
--    until 1 April: public_due_date
SELECT
    province_name,
    report_year,
    count(*) AS due_count,
    round(100.0 * count(*) FILTER (state = 'published') / count(*), 1) AS in_time_pct,
    count(*) FILTER (state = 'late') AS late_count,
    count(*) FILTER (state IN ('missing', 'gone', 'blocked')) AS absent_count,
    median(published_date - due_date) FILTER (state = 'late') AS median_days_late
FROM mart_coverage
WHERE state <> 'not_due'
GROUP BY province_name, report_year
ORDER BY province_name, report_year;
