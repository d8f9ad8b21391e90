-- severity: warning
-- title: A report that the release before holds is not in this one
-- remedy: See the reason: the source was taken off, its captures are gone, or a rule now keeps the page back
SELECT document_id, url, region_code, report_year, reason
FROM mart_change
WHERE subject = 'document' AND change = 'removed'
ORDER BY document_id
