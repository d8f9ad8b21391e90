-- severity: warning
-- fault: jobs, or the report: the two name different places
-- title: A report comes from a body of another place than the source it was harvested for
-- remedy: Look at the listing; where it is another body's, take it out or give that body a source of its own
-- A province's or prefecture's site may list the reports of what lies below it.
WITH RECURSIVE above AS (
    SELECT region_code, region_code AS upper_code FROM dim_region
    -- Each pair once, so that it ends whatever the parents are.
    UNION
    SELECT above.region_code, region.parent_code
    FROM above
    JOIN dim_region AS region ON region.region_code = above.upper_code
)
SELECT document.document_id, document.url, document.title, document.issuer, document.region_code, source.source_id, source.publisher,
    source.region_code AS source_region_code
FROM dim_document AS document
JOIN dim_issuer AS issuer USING (issuer_key)
JOIN dim_source AS source USING (source_id)
WHERE document.is_current
    AND NOT EXISTS (
        FROM above
        WHERE above.region_code = document.region_code AND above.upper_code = source.region_code
    )
    -- The same region under a code of other years.
    AND NOT EXISTS (
        FROM dim_region AS then_named
        JOIN dim_region AS now_named ON now_named.current_code = then_named.current_code
        WHERE then_named.region_code = document.region_code AND now_named.region_code = source.region_code
    )
ORDER BY document.document_id
