-- Grain: one check of one version of a document against itself.
CREATE VIEW mart_quality AS
SELECT
    fact.document_id,
    fact.check_name AS "check",
    fact.status,
    fact.stated,
    fact.computed,
    fact.figure_ids,
    fact.version,
    document.is_current,
    document.region_code,
    document.issuer,
    document.issuer_kind,
    document.report_year,
    document.url,
    document.issuer_key,
    body.issuer_name,
    body.issuer_function,
    fact.check_name,
    region.region_name,
    region.province_name,
    region.province_code,
    region.prefecture_code,
    region.prefecture_name,
    reviewed.reviewed_by,
    reviewed.review_note,
    fact.ordinal
FROM fact_check AS fact
JOIN dim_document AS document USING (document_id, version)
LEFT JOIN dim_region AS region USING (region_key)
LEFT JOIN dim_issuer AS body ON body.issuer_key = document.issuer_key
LEFT JOIN (
    SELECT
        held.document_id,
        held.version,
        held.ordinal,
        string_agg(DISTINCT review.reviewed_by, ', ' ORDER BY review.reviewed_by) AS reviewed_by,
        string_agg(
            review.verdict || ' on ' || review.reviewed_on || ': ' || review.why, '; ' ORDER BY part.ordinal
        ) AS review_note
    FROM (SELECT document_id, version, ordinal, unnest(figure_ids) AS figure_id FROM fact_check) AS held
    JOIN fact_review_match AS part ON part.document_id || '-' || part.version || '-f' || part.ordinal = held.figure_id
    JOIN fact_review AS review USING (review_id)
    GROUP BY held.document_id, held.version, held.ordinal
) AS reviewed
    ON reviewed.document_id = fact.document_id AND reviewed.version = fact.version AND reviewed.ordinal = fact.ordinal;

COMMENT ON VIEW mart_quality IS 'Where reports prove or contradict themselves, with both numbers [self_reported, inferred]';
COMMENT ON COLUMN mart_quality.document_id IS 'Document';
COMMENT ON COLUMN mart_quality."check" IS 'The same as check_name, under a name that SQL reserves; goes after one release [deprecated]';
COMMENT ON COLUMN mart_quality.status IS 'confirmed, contradicted or not_applicable; the last also where a person has put one of its figures right, so that it held a misread number: see reviewed_by [inferred]';
COMMENT ON COLUMN mart_quality.stated IS 'What the report says, as read [self_reported]';
COMMENT ON COLUMN mart_quality.computed IS 'What its other numbers give, as read [inferred]';
COMMENT ON COLUMN mart_quality.figure_ids IS 'Figures that took part';
COMMENT ON COLUMN mart_quality.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN mart_quality.is_current IS 'True for the last version of the document';
COMMENT ON COLUMN mart_quality.region_code IS 'GB/T 2260 code of six digits [inferred]';
COMMENT ON COLUMN mart_quality.issuer IS 'Body that issues the report [inferred]';
COMMENT ON COLUMN mart_quality.issuer_kind IS 'government, bureau, party_government or township [inferred]';
COMMENT ON COLUMN mart_quality.report_year IS 'Year reported on [unit=year, inferred]';
COMMENT ON COLUMN mart_quality.url IS 'What was asked for [as_printed]';
COMMENT ON COLUMN mart_quality.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_quality.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_quality.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_quality.check_name IS 'Name of the check';
COMMENT ON COLUMN mart_quality.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_quality.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_quality.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_quality.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_quality.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_quality.reviewed_by IS 'Who has confirmed or put right one of its figures; NULL where nobody has';
COMMENT ON COLUMN mart_quality.review_note IS 'Verdict, day and reason of those reviews';
COMMENT ON COLUMN mart_quality.ordinal IS 'Position among the checks of the document, from 0; with document_id and version the key [unit=ordinal]';
