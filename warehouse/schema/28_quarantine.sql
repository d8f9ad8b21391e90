-- Grain: one thing that was read and must not be published: a document, a figure of it, or a field of it.
CREATE TABLE quarantine (
    scope VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    version INTEGER,
    ordinal INTEGER,
    url VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);

COMMENT ON TABLE quarantine IS 'What was kept back, and why';
COMMENT ON COLUMN quarantine.scope IS 'document, figure or field';
COMMENT ON COLUMN quarantine.source_id IS 'Source';
COMMENT ON COLUMN quarantine.document_id IS 'Document';
COMMENT ON COLUMN quarantine.version IS 'Version of the document; NULL where the whole document is kept back';
COMMENT ON COLUMN quarantine.ordinal IS 'Ordinal of the figure; NULL for others';
COMMENT ON COLUMN quarantine.url IS 'Where it was fetched';
COMMENT ON COLUMN quarantine.reason IS 'Why, a code of "States and reasons" such as span_mismatch; reviewed where a person says that it is no figure';
COMMENT ON COLUMN quarantine.detail IS 'What exactly: what was expected and got of the document, the figure, or the field with its value; at most 500 characters';
