-- question: Which reports should exist and do not, and which came late?
-- note: missing is what was looked for in a listing walked to its end and is not there, with that walk as evidence; what was
--    not seen, not read or has been taken off (unseen, unread, blocked, gone) is left out: it may have been published
-- part_year: speaks of reports, not of values
SELECT publisher, region_name, report_year, state, due_date, published_date,
    if(state = 'late', published_date - public_due_date, NULL) AS late_days, url,
    listing_url, listing_walked_at, listing_row_count, listing_oldest_date, listing_newest_date
FROM mart_coverage
WHERE state IN ('missing', 'late')
ORDER BY report_year, publisher;
