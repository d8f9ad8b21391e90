-- question: Which reports should exist and do not, and which came late?
SELECT publisher, region_name, report_year, state, due_date, published_date, published_date - due_date AS late_days, url
FROM mart_coverage
WHERE state IN ('missing', 'gone', 'blocked', 'late')
ORDER BY report_year, publisher;
