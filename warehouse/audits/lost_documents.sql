-- error_if: lost_share > 0.2
-- acceptable: true
-- fault: archive, or the program; a collapse is never published unseen
-- title: Documents of a source that the release before holds are gone
-- remedy: Look at the archive and at why pages are kept back; a source that is no longer wanted is taken out of jobs/
SELECT name AS source_id, lost_count, row_count AS before_count, lost_count / row_count AS lost_share
FROM before_count
JOIN dim_source ON source_id = name
WHERE subject = 'source'
ORDER BY source_id
