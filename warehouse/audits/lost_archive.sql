-- severity: error
-- acceptable: true
-- fault: archive, which the operator keeps
-- title: Pages that were harvested can neither be read from the archive nor are their readings kept
-- remedy: Put the WARC file that the detail names back from a copy and run reprocess, or harvest again: pages that are still on the site are archived anew; to publish without them, accept this audit
SELECT source_id, url, detail
FROM fact_reading
WHERE reason = 'archive_lost'
ORDER BY source_id, url, detail
