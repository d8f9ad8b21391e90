-- Grain: one version of one document.
CREATE TABLE document_text (
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    repaired_text VARCHAR
);

COMMENT ON TABLE document_text IS 'The texts that spans point into';
COMMENT ON COLUMN document_text.document_id IS 'Document';
COMMENT ON COLUMN document_text.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN document_text.text IS 'Stripped text, as harvested [as_printed, ocr]';
COMMENT ON COLUMN document_text.repaired_text IS 'Text that was read; NULL where nothing was repaired [as_printed, ocr]';
