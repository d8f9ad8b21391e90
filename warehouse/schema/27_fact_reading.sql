-- Grain: one captured payload of one URL of one source.
CREATE TABLE fact_reading (
    source_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    payload_digest VARCHAR NOT NULL,
    fetched_at TIMESTAMP NOT NULL,
    outcome VARCHAR NOT NULL,
    reason VARCHAR,
    version INTEGER,
    figure_read_count INTEGER NOT NULL,
    figure_loaded_count INTEGER NOT NULL,
    figure_quarantined_count INTEGER NOT NULL,
    detail VARCHAR
);

COMMENT ON TABLE fact_reading IS 'What became of everything that was read: read = loaded + quarantined + ignored';
COMMENT ON COLUMN fact_reading.source_id IS 'Source it was harvested for';
COMMENT ON COLUMN fact_reading.url IS 'Where it was fetched';
COMMENT ON COLUMN fact_reading.document_id IS 'Document at that URL';
COMMENT ON COLUMN fact_reading.payload_digest IS 'sha256:… of the harvested bytes';
COMMENT ON COLUMN fact_reading.fetched_at IS 'When this payload was first fetched (UTC)';
COMMENT ON COLUMN fact_reading.outcome IS 'loaded, quarantined or ignored';
COMMENT ON COLUMN fact_reading.reason IS 'Why it was quarantined or ignored, a code of "States and reasons"; NULL for a loaded one; reviewed where a person says that it is no report';
COMMENT ON COLUMN fact_reading.version IS 'Version of the document it became; NULL where it was not loaded';
COMMENT ON COLUMN fact_reading.figure_read_count IS 'Figures read from it, and those that reviews added; 0 where it was not loaded';
COMMENT ON COLUMN fact_reading.figure_loaded_count IS 'Figures loaded';
COMMENT ON COLUMN fact_reading.figure_quarantined_count IS 'Figures quarantined';
COMMENT ON COLUMN fact_reading.detail IS 'What exactly it was quarantined or ignored for, at most 500 characters; NULL where nothing more is known';
