-- Grain: one version of one document.
CREATE VIEW mart_document AS
SELECT
    document.document_id,
    document.version,
    document.is_current,
    document.region_code,
    region.region_name,
    region.province_name,
    document.issuer,
    document.issuer_kind,
    document.report_kind,
    document.report_year,
    document.title,
    document.document_number,
    document.index_number,
    document.written_date,
    document.published_date,
    document.url,
    document.fetched_at,
    document.payload_digest,
    texts.text,
    coalesce(texts.repaired_text, texts.text) AS repaired_text,
    coalesce(figures.figure_count, 0)::INTEGER AS figure_count,
    coalesce(sections.section_count, 0)::INTEGER AS section_count,
    document.source_id,
    document.is_own_site,
    document.changed_fields,
    coalesce(region.is_fictional, false) AS is_fictional,
    document.issuer_key,
    body.issuer_name,
    body.issuer_function,
    document.reviewed_by,
    document.review_note,
    region.province_code,
    region.prefecture_code,
    region.prefecture_name,
    document.published_date_basis,
    document.other_published_date,
    document.same_as,
    document.withdrawn_on IS NOT NULL AS is_withdrawn,
    document.withdrawn_on
FROM dim_document AS document
JOIN document_text AS texts USING (document_id, version)
LEFT JOIN dim_region AS region USING (region_key)
LEFT JOIN dim_issuer AS body ON body.issuer_key = document.issuer_key
LEFT JOIN (SELECT document_id, version, count(*) AS figure_count FROM fact_figure GROUP BY ALL) AS figures
    USING (document_id, version)
LEFT JOIN (SELECT document_id, version, count(*) AS section_count FROM fact_section GROUP BY ALL) AS sections
    USING (document_id, version);

COMMENT ON VIEW mart_document IS 'Reports with their texts, every version [self_reported, aggregation_hazard]';
COMMENT ON COLUMN mart_document.document_id IS 'First 16 hexadecimal digits of the SHA-256 of the URL';
COMMENT ON COLUMN mart_document.version IS '1 for the first text seen at that URL [unit=ordinal]';
COMMENT ON COLUMN mart_document.is_current IS 'True for the version that its page showed last of the report year; of each year, for an address may be overwritten every year, and a page that went back to an earlier text has an earlier version current. False where the same report stands under another address: see same_as. A report that its site has withdrawn stays current, see withdrawn_on, until its body has another that stands';
COMMENT ON COLUMN mart_document.region_code IS 'GB/T 2260 code of six digits; NULL where the region is not known [inferred]';
COMMENT ON COLUMN mart_document.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_document.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_document.issuer IS 'Body that issues the report, as printed [inferred]';
COMMENT ON COLUMN mart_document.issuer_kind IS 'government, bureau, party_government or township [inferred]';
COMMENT ON COLUMN mart_document.report_kind IS 'Kind of report, such as rule_of_law';
COMMENT ON COLUMN mart_document.report_year IS 'Year reported on; NULL where it is not known [unit=year, inferred]';
COMMENT ON COLUMN mart_document.title IS 'Title [as_printed]';
COMMENT ON COLUMN mart_document.document_number IS 'Document number (发文字号) [as_printed]';
COMMENT ON COLUMN mart_document.index_number IS 'Index number (索引号) [as_printed]';
COMMENT ON COLUMN mart_document.written_date IS 'Date of writing or signature [as_printed]';
COMMENT ON COLUMN mart_document.published_date IS 'Date of publishing, by published_date_basis [as_printed]';
COMMENT ON COLUMN mart_document.url IS 'Where it was fetched [as_printed]';
COMMENT ON COLUMN mart_document.fetched_at IS 'When this version was first fetched (UTC)';
COMMENT ON COLUMN mart_document.payload_digest IS 'sha256:… of the harvested bytes, the key into the archive';
COMMENT ON COLUMN mart_document.text IS 'Stripped text, as harvested [as_printed, ocr]';
COMMENT ON COLUMN mart_document.repaired_text IS 'Text that was read; equals text where nothing was repaired [as_printed, ocr]';
COMMENT ON COLUMN mart_document.figure_count IS 'Figures loaded [unit=figures, aggregation_hazard]';
COMMENT ON COLUMN mart_document.section_count IS 'Sections loaded [unit=sections, aggregation_hazard]';
COMMENT ON COLUMN mart_document.source_id IS 'Source it was harvested for';
COMMENT ON COLUMN mart_document.is_own_site IS 'True where the source is the issuer''s own, false for a repost';
COMMENT ON COLUMN mart_document.changed_fields IS 'What differs from the version before; NULL for the first';
COMMENT ON COLUMN mart_document.is_fictional IS 'True for a region of the sample, which exists nowhere';
COMMENT ON COLUMN mart_document.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_document.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_document.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_document.reviewed_by IS 'Who has put the document''s year, issuer or kind right; NULL where nobody has';
COMMENT ON COLUMN mart_document.review_note IS 'What was put right, when and why';
COMMENT ON COLUMN mart_document.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_document.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_document.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_document.published_date_basis IS 'What gives published_date: page (printed on it), meta_tag (PubDate in its head, which the move of a site may have written anew), url, listing (the row, or the page a file is linked from) update (the page says only when it was last changed, so it was public by then, perhaps long before) or reissue (page or listing, of an edition that was corrected or put up anew, so it was public before); NULL where there is no date';
COMMENT ON COLUMN mart_document.other_published_date IS 'Another day on which by the page it was public: the earliest before published_date (a change too), or else the latest after it, such as a PubDate that was written anew; NULL where there is none [as_printed]';
COMMENT ON COLUMN mart_document.same_as IS 'Document that is current in its place: the address leads there, or is the same written otherwise (http, https, parameters of sessions and campaigns), or the page was withdrawn and its body has another report of the year that stands; NULL where it is current itself, or another version of it is';
COMMENT ON COLUMN mart_document.is_withdrawn IS 'True where withdrawn_on is given [release_relative]';
COMMENT ON COLUMN mart_document.withdrawn_on IS 'Night of the first answer that the page is gone, where every link that led to it answers so and it is certain: an answer of 410, a listing that was walked to its end since and names it no more, or as many nights as withdrawn_after of nightly.yml says. On the version shown last; what was read stays. NULL where the page stands, or is not known to be gone [release_relative]';
