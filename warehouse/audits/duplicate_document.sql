-- severity: warning
-- fault: jobs, for two listings lead to one text, or a site reposts it
-- title: One text stands under two URLs
-- remedy: Keep one of the two listings, or name the document's own site
SELECT min(document_id) AS document_id, count(*) AS document_count, list_slice(list(url ORDER BY document_id), 1, 3) AS urls
FROM (
    SELECT document_id, url, md5(text) AS text_digest
    FROM dim_document
    JOIN document_text USING (document_id, version)
    WHERE is_current AND text <> ''
) AS digested
GROUP BY text_digest
HAVING count(*) > 1
