-- severity: warning
-- fault: jobs, or the report: the two name different places
-- title: A report comes from a body of another place than the source it was harvested for
-- remedy: Look at the listing; where it is another body's, take it out or give that body a source of its own
SELECT document.document_id, document.url, document.title, document.issuer, document.region_code, source.source_id, source.publisher,
    source.region_code AS source_region_code
FROM dim_document AS document
JOIN dim_source AS source USING (source_id)
WHERE document.is_current AND document.is_elsewhere
ORDER BY document.document_id
