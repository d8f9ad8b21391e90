-- Completes dim_document: the region as it was in the report year, whose site it stands on, whether it is of another place than
-- its source, what a new version changed, and what gives way to another.
UPDATE dim_document SET region_key = region_in(dim_document.region_code, dim_document.report_year);

UPDATE dim_document
-- A government's site is also that of the government with the party.
SET is_own_site = coalesce(
    source.issuer_key = dim_document.issuer_key
    OR (
        source.region_code = dim_document.region_code
        AND source.issuer_kind IN ('government', 'party_government')
        AND dim_document.issuer_kind IN ('government', 'party_government')
    ),
    false
)
FROM dim_source AS source
WHERE source.source_id = dim_document.source_id;

UPDATE dim_document
SET changed_fields = list_filter(
    [
        CASE WHEN later.text <> earlier.text THEN 'text' END,
        CASE WHEN later.title IS DISTINCT FROM earlier.title THEN 'title' END,
        CASE WHEN later.issuer IS DISTINCT FROM earlier.issuer THEN 'issuer' END,
        CASE WHEN later.report_year IS DISTINCT FROM earlier.report_year THEN 'report_year' END,
        CASE WHEN later.document_number IS DISTINCT FROM earlier.document_number THEN 'document_number' END,
        CASE WHEN later.index_number IS DISTINCT FROM earlier.index_number THEN 'index_number' END,
        CASE WHEN later.written_date IS DISTINCT FROM earlier.written_date THEN 'written_date' END,
        CASE WHEN later.published_date IS DISTINCT FROM earlier.published_date THEN 'published_date' END
    ],
    lambda field: field IS NOT NULL
)
FROM (SELECT * FROM dim_document JOIN document_text USING (document_id, version)) AS later
JOIN (SELECT * FROM dim_document JOIN document_text USING (document_id, version)) AS earlier
    ON earlier.document_id = later.document_id AND earlier.version = later.version - 1
WHERE dim_document.document_id = later.document_id AND dim_document.version = later.version;

-- A person may have put the year of one version right so that two are of one year: then the later one stands.
UPDATE dim_document
SET is_current = false
FROM dim_document AS later
WHERE later.is_current
    AND later.document_id = dim_document.document_id
    AND later.report_year = dim_document.report_year
    AND later.version > dim_document.version;

-- A page that was withdrawn gives way where its body has another report of the year that stands, on its own site before others.
UPDATE dim_document
SET is_current = false, same_as = standing.document_id
FROM (
    SELECT issuer_key, report_year, arg_min(document_id, (NOT is_own_site, document_id)) AS document_id
    FROM dim_document
    WHERE is_current AND withdrawn_on IS NULL
    GROUP BY issuer_key, report_year
) AS standing
WHERE dim_document.is_current
    AND dim_document.withdrawn_on IS NOT NULL
    AND standing.issuer_key = dim_document.issuer_key
    AND standing.report_year = dim_document.report_year;

UPDATE dim_document
SET same_as = next.same_as
FROM dim_document AS next
WHERE next.document_id = dim_document.same_as
    AND next.report_year IS NOT DISTINCT FROM dim_document.report_year
    AND next.same_as IS NOT NULL;

-- A province's or prefecture's site may list the reports of what lies below it.
UPDATE dim_document
SET is_elsewhere = NOT EXISTS (
        WITH RECURSIVE above AS (
            SELECT region_code, region_code AS upper_code FROM dim_region
            -- Each pair once, so that it ends whatever the parents are.
            UNION
            SELECT above.region_code, region.parent_code
            FROM above
            JOIN dim_region AS region ON region.region_code = above.upper_code
        )
        FROM above
        WHERE above.region_code = dim_document.region_code AND above.upper_code = source.region_code
    )
    -- The same region under a code of other years.
    AND NOT EXISTS (
        FROM dim_region AS then_named
        JOIN dim_region AS now_named ON now_named.current_code = then_named.current_code
        WHERE then_named.region_code = dim_document.region_code AND now_named.region_code = source.region_code
    )
FROM dim_source AS source
WHERE source.source_id = dim_document.source_id AND dim_document.issuer_key IS NOT NULL;
