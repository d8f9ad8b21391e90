-- Grain: one repair of one version of a document.
CREATE TABLE fact_repair (
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    rule VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    repaired_start INTEGER NOT NULL,
    repaired_end INTEGER NOT NULL,
    before VARCHAR NOT NULL,
    after VARCHAR NOT NULL
);

COMMENT ON TABLE fact_repair IS 'What was repaired, with the original kept';
COMMENT ON COLUMN fact_repair.document_id IS 'Document';
COMMENT ON COLUMN fact_repair.version IS 'Version of the document';
COMMENT ON COLUMN fact_repair.ordinal IS 'Position among the repairs of the document, from 0';
COMMENT ON COLUMN fact_repair.rule IS 'Name of the repair; pdf_ocr, over the whole text, where it was read from pictures of pages';
COMMENT ON COLUMN fact_repair.span_start IS 'First code point in the stripped text, from 0';
COMMENT ON COLUMN fact_repair.span_end IS 'One past the last code point in the stripped text';
COMMENT ON COLUMN fact_repair.repaired_start IS 'First code point in the repaired text, from 0';
COMMENT ON COLUMN fact_repair.repaired_end IS 'One past the last code point in the repaired text';
COMMENT ON COLUMN fact_repair.before IS 'Characters before';
COMMENT ON COLUMN fact_repair.after IS 'Characters after';
