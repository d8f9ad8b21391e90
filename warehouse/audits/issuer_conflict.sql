-- severity: warning
-- fault: jobs, or the report: the two name different bodies
-- title: A report names another body, or one of another kind, than the source it was harvested for
-- remedy: Name the publisher or the kind in the source as the report does, or give the other body a source of its own
-- Elsewhere is the matter of issuer_elsewhere. A government may report together with the party.
SELECT document.document_id, document.url, document.title, document.issuer, spoken.kind,
    source.source_id, source.publisher, source.issuer_kind AS source_kind
FROM dim_document AS document
JOIN dim_issuer AS issuer USING (issuer_key)
JOIN dim_source AS source USING (source_id)
-- What the name tells, or else what was read; a source's own kind is read into its publisher's reports.
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN document.issuer_kind <> source.issuer_kind THEN document.issuer_kind
        ELSE coalesce(issuer.named_kind, document.issuer_kind)
    END AS kind
) AS spoken
WHERE document.is_current
    AND document.region_code = source.region_code
    AND (
        document.issuer_key <> source.issuer_key
        OR spoken.kind <> source.issuer_kind
    )
    AND NOT (
        spoken.kind IN ('government', 'party_government')
        AND source.issuer_kind IN ('government', 'party_government')
        AND issuer.issuer_function = 'general'
    )
ORDER BY document.document_id
