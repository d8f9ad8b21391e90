-- question: Of which reports can nobody say whether they were published, and why?
-- part_year: speaks of reports, not of values
SELECT publisher, report_year, state, coalesce(unseen_reason, unread_reason, state) AS reason, coalesce(url, untaken_url, listing_url) AS place, last_tried_at
FROM mart_coverage
WHERE state IN ('unseen', 'unread', 'blocked', 'gone')
ORDER BY publisher, report_year;
