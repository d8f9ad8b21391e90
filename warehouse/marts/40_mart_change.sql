-- Grain: one field of one document or observation that differs from the release before.
CREATE TABLE mart_change AS
WITH document_before AS (
    SELECT * FROM temp.before_document
),
document_now AS (
    SELECT document_id, version, url, region_code, issuer_kind, report_year, payload_digest
    FROM dim_document
    WHERE is_current
),
document_change AS (
    SELECT
        'document' AS subject,
        CASE WHEN old.document_id IS NULL THEN 'added' WHEN new.document_id IS NULL THEN 'removed' ELSE 'changed' END AS change,
        coalesce(new.document_id, old.document_id) AS document_id,
        coalesce(new.url, old.url) AS url,
        coalesce(new.region_code, old.region_code) AS region_code,
        coalesce(new.issuer_kind, old.issuer_kind) AS issuer_kind,
        coalesce(new.report_year, old.report_year) AS report_year,
        NULL::VARCHAR AS indicator_code,
        'version' AS field,
        old.version::VARCHAR AS value_before,
        new.version::VARCHAR AS value_after,
        CASE
            WHEN old.document_id IS NULL THEN 'new_report'
            WHEN new.document_id IS NULL THEN 'source_gone'
            ELSE 'new_version'
        END AS reason
    FROM document_before AS old
    FULL JOIN document_now AS new ON new.document_id = old.document_id
    WHERE old.payload_digest IS DISTINCT FROM new.payload_digest OR old.version IS DISTINCT FROM new.version
),
observation_change AS (
    SELECT
        'observation' AS subject,
        CASE WHEN old.figure_id IS NULL THEN 'added' WHEN new.figure_id IS NULL THEN 'removed' ELSE 'changed' END AS change,
        coalesce(new.document_id, old.document_id) AS document_id,
        coalesce(new.url, old.url) AS url,
        region_code,
        issuer_kind,
        report_year,
        indicator_code,
        'value' AS field,
        old.value::VARCHAR || ' ' || old.unit AS value_before,
        new.value::VARCHAR || ' ' || new.unit AS value_after
    FROM temp.before_observation AS old
    FULL JOIN (
        SELECT region_code, issuer_kind, report_year, indicator_code, value, unit, figure_id, document_id, url
        FROM mart_observation
    ) AS new
        USING (region_code, issuer_kind, report_year, indicator_code)
    WHERE old.value IS DISTINCT FROM new.value OR old.unit IS DISTINCT FROM new.unit
)
SELECT subject, change, document_id, url, region_code, issuer_kind, report_year, indicator_code, field, value_before,
    value_after, reason
FROM document_change
WHERE getvariable('release_before') IS NOT NULL
UNION ALL
SELECT
    observation.subject,
    observation.change,
    observation.document_id,
    observation.url,
    observation.region_code,
    observation.issuer_kind,
    observation.report_year,
    observation.indicator_code,
    observation.field,
    observation.value_before,
    observation.value_after,
    -- The document it was chosen from tells why; where that did not change, the rules did.
    coalesce(document.reason, 'rule_changed')
FROM observation_change AS observation
LEFT JOIN document_change AS document USING (document_id)
WHERE getvariable('release_before') IS NOT NULL
ORDER BY subject, document_id, region_code, issuer_kind, report_year, indicator_code;

COMMENT ON TABLE mart_change IS 'What differs from the release before, row by row, with the reason; empty in the first release';
COMMENT ON COLUMN mart_change.subject IS 'document or observation';
COMMENT ON COLUMN mart_change.change IS 'added, removed or changed';
COMMENT ON COLUMN mart_change.document_id IS 'Document, or the document the observation was chosen from';
COMMENT ON COLUMN mart_change.url IS 'Its URL';
COMMENT ON COLUMN mart_change.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_change.issuer_kind IS 'government, bureau, party_government or township';
COMMENT ON COLUMN mart_change.report_year IS 'Year reported on';
COMMENT ON COLUMN mart_change.indicator_code IS 'Indicator of an observation; NULL for a document';
COMMENT ON COLUMN mart_change.field IS 'What differs: the current version of a document, the value of an observation';
COMMENT ON COLUMN mart_change.value_before IS 'In the release before; NULL where the row was not there';
COMMENT ON COLUMN mart_change.value_after IS 'In this release; NULL where the row is not there';
COMMENT ON COLUMN mart_change.reason IS 'new_report, new_version, rule_changed or source_gone';
