-- severity: warning
-- fault: program, archive or jobs, as the reason says; beyond a fifth of a source lost_documents stops it
-- title: A report that the release before holds is not in this one
-- remedy: See the reason: source_gone (the source was taken off), archive_lost (put the file back, see lost_archive) or
--    rule_changed (a rule now keeps the page back; see quarantine)
SELECT document_id, url, region_code, report_year, reason
FROM mart_change
WHERE subject = 'document' AND change = 'removed' AND reason <> 'moved'
ORDER BY document_id
