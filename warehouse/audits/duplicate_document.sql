-- severity: warning
-- title: One text stands under two URLs
-- remedy: Keep one of the two listings, or name the document's own site
SELECT first.document_id, second.document_id AS other_id, first.url, second.url AS other_url
FROM (SELECT * FROM dim_document JOIN document_text USING (document_id, version) WHERE is_current) AS first
JOIN (SELECT * FROM dim_document JOIN document_text USING (document_id, version) WHERE is_current) AS second
    ON md5(first.text) = md5(second.text) AND first.document_id < second.document_id
WHERE length(first.text) > 0
