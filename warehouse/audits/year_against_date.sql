-- severity: warning
-- fault: report, which prints both
-- title: A report was written before its year ended by more than a month, or more than two years after
-- remedy: Look at the report year and the dates of the page
SELECT document_id, url, report_year, written_date, published_date
FROM dim_document
WHERE is_current
    AND (
        coalesce(written_date, published_date) < make_date(report_year, 12, 1)
        OR coalesce(written_date, published_date) >= make_date(report_year + 3, 1, 1)
    )
