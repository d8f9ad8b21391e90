-- Grain: one entry of the reviews and one version of one document, or figure of it, that it fits.
CREATE TABLE fact_review_match (
    review_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    version INTEGER,
    ordinal INTEGER,
    indicator_read VARCHAR,
    indicator_code VARCHAR
);

COMMENT ON TABLE fact_review_match IS 'What reviews have changed or confirmed';
COMMENT ON COLUMN fact_review_match.review_id IS 'Entry of fact_review';
COMMENT ON COLUMN fact_review_match.document_id IS 'Document';
COMMENT ON COLUMN fact_review_match.version IS 'Version of the document; NULL where the page is left out as no report';
COMMENT ON COLUMN fact_review_match.ordinal IS 'Ordinal of the figure; NULL where the entry speaks of the document';
COMMENT ON COLUMN fact_review_match.indicator_read IS 'Indicator by the rules; NULL where they gave none';
COMMENT ON COLUMN fact_review_match.indicator_code IS 'Indicator that holds; NULL where the figure states none or is none';
