-- Grain: one prescribed part of one version of a document.
CREATE TABLE fact_part (
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    part VARCHAR NOT NULL,
    is_present BOOLEAN NOT NULL
);

COMMENT ON TABLE fact_part IS 'Which of the prescribed parts a report has';
COMMENT ON COLUMN fact_part.document_id IS 'Document';
COMMENT ON COLUMN fact_part.version IS 'Version of the document';
COMMENT ON COLUMN fact_part.part IS 'achievements, problems, leadership, plan or other, after 厅字〔2019〕28号, art. 25; other only where there is something to report';
COMMENT ON COLUMN fact_part.is_present IS 'True where the report has it';
