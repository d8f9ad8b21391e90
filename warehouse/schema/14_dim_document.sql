-- Grain: one version of one document; a page that was republished with another text is a new version.
CREATE TABLE dim_document (
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    is_current BOOLEAN NOT NULL,
    source_id VARCHAR NOT NULL,
    region_key VARCHAR,
    region_code VARCHAR,
    issuer VARCHAR NOT NULL,
    issuer_kind VARCHAR NOT NULL,
    report_kind VARCHAR NOT NULL,
    report_year INTEGER,
    title VARCHAR,
    document_number VARCHAR,
    index_number VARCHAR,
    written_date DATE,
    published_date DATE,
    url VARCHAR NOT NULL,
    fetched_at TIMESTAMP NOT NULL,
    payload_digest VARCHAR NOT NULL,
    is_own_site BOOLEAN,
    changed_fields VARCHAR[],
    issuer_key VARCHAR,
    reviewed_by VARCHAR,
    review_note VARCHAR,
    published_date_basis VARCHAR,
    other_published_date DATE,
    is_elsewhere BOOLEAN,
    same_as VARCHAR,
    withdrawn_on DATE
);

COMMENT ON TABLE dim_document IS 'Reports and where they came from, without their texts [self_reported, aggregation_hazard]';
COMMENT ON COLUMN dim_document.document_id IS 'First 16 hexadecimal digits of the SHA-256 of the URL';
COMMENT ON COLUMN dim_document.version IS '1 for the first text seen at that URL [unit=ordinal]';
COMMENT ON COLUMN dim_document.is_current IS 'True for the version that its page showed last of the report year; of each year, for an address may be overwritten every year, and a page that went back to an earlier text has an earlier version current. False where the same report stands under another address: see same_as. A report that its site has withdrawn stays current, see withdrawn_on, until its body has another that stands';
COMMENT ON COLUMN dim_document.source_id IS 'Source it was harvested for';
COMMENT ON COLUMN dim_document.region_key IS 'Region in the name and code of the report year; NULL where the region is not known';
COMMENT ON COLUMN dim_document.region_code IS 'GB/T 2260 code of six digits; NULL where the region is not known [inferred]';
COMMENT ON COLUMN dim_document.issuer IS 'Body that issues the report, as printed [inferred]';
COMMENT ON COLUMN dim_document.issuer_kind IS 'government, bureau, party_government or township [inferred]';
COMMENT ON COLUMN dim_document.report_kind IS 'Kind of report, such as rule_of_law';
COMMENT ON COLUMN dim_document.report_year IS 'Year reported on; NULL where it is not known [unit=year, inferred]';
COMMENT ON COLUMN dim_document.title IS 'Title [as_printed]';
COMMENT ON COLUMN dim_document.document_number IS 'Document number (发文字号) [as_printed]';
COMMENT ON COLUMN dim_document.index_number IS 'Index number (索引号) [as_printed]';
COMMENT ON COLUMN dim_document.written_date IS 'Date of writing or signature [as_printed]';
COMMENT ON COLUMN dim_document.published_date IS 'Date of publishing, by published_date_basis [as_printed]';
COMMENT ON COLUMN dim_document.url IS 'Where it was fetched [as_printed]';
COMMENT ON COLUMN dim_document.fetched_at IS 'When this version was first fetched (UTC)';
COMMENT ON COLUMN dim_document.payload_digest IS 'sha256:… of the harvested bytes, the key into the archive';
COMMENT ON COLUMN dim_document.is_own_site IS 'True where the source is the issuer''s own, false for a repost';
COMMENT ON COLUMN dim_document.changed_fields IS 'What differs from the version before; NULL for the first';
COMMENT ON COLUMN dim_document.issuer_key IS 'Body that issuer means; NULL where the region is not known, since a name alone means many';
COMMENT ON COLUMN dim_document.reviewed_by IS 'Who has put the document''s year, issuer or kind right; NULL where nobody has';
COMMENT ON COLUMN dim_document.review_note IS 'What was put right, when and why';
COMMENT ON COLUMN dim_document.published_date_basis IS 'What gives published_date: page (printed on it), meta_tag (PubDate in its head, which the move of a site may have written anew), url, listing (the row, or the page a file is linked from) update (the page says only when it was last changed, so it was public by then, perhaps long before) or reissue (page or listing, of an edition that was corrected or put up anew, so it was public before); NULL where there is no date';
COMMENT ON COLUMN dim_document.other_published_date IS 'Another day on which by the page it was public: the earliest before published_date (a change too), or else the latest after it, such as a PubDate that was written anew; NULL where there is none [as_printed]';
COMMENT ON COLUMN dim_document.is_elsewhere IS 'True where it is of a place that is neither that of its source nor below it; NULL where the region is not known';
COMMENT ON COLUMN dim_document.same_as IS 'Document that is current in its place: the address leads there, or is the same written otherwise (http, https, parameters of sessions and campaigns), or the page was withdrawn and its body has another report of the year that stands; NULL where it is current itself, or another version of it is';
COMMENT ON COLUMN dim_document.withdrawn_on IS 'Night of the first answer that the page is gone, where every link that led to it answers so and it is certain: an answer of 410, a listing that was walked to its end since and names it no more, or as many nights as withdrawn_after of nightly.yml says. On the version shown last; what was read stays. NULL where the page stands, or is not known to be gone [release_relative]';
