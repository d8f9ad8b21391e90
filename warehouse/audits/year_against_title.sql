-- severity: warning
-- fault: report, which prints both
-- title: The report year is not the year that the title names
-- remedy: Look at the report; one of the two is wrong
SELECT document_id, url, report_year, title
FROM dim_document
WHERE is_current
    AND regexp_matches(title, '(19|20)[0-9]{2}')
    AND NOT contains(title, report_year::VARCHAR)
