-- severity: warning
-- fault: jobs, which no longer list it
-- title: A document comes from a source that is no longer listed
-- remedy: Keep the source under jobs/, or take its captures out of the archive
SELECT source_id, count(*) AS document_count
FROM dim_document ANTI JOIN dim_source USING (source_id)
GROUP BY source_id
