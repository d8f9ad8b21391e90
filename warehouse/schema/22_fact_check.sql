-- Grain: one check of one version of a document against itself.
CREATE TABLE fact_check (
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    check_name VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    stated VARCHAR NOT NULL,
    computed VARCHAR NOT NULL,
    figure_ids VARCHAR[] NOT NULL
);

COMMENT ON TABLE fact_check IS 'Whether reports prove or contradict themselves [self_reported, inferred]';
COMMENT ON COLUMN fact_check.document_id IS 'Document';
COMMENT ON COLUMN fact_check.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN fact_check.ordinal IS 'Position among the checks of the document, from 0 [unit=ordinal]';
COMMENT ON COLUMN fact_check.check_name IS 'Name of the check';
COMMENT ON COLUMN fact_check.status IS 'confirmed, contradicted or not_applicable; the last also where a person has put one of its figures right [inferred]';
COMMENT ON COLUMN fact_check.stated IS 'What the report says [self_reported]';
COMMENT ON COLUMN fact_check.computed IS 'What its other numbers give [inferred]';
COMMENT ON COLUMN fact_check.figure_ids IS 'Figures that took part';
