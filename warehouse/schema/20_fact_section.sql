-- Grain: one section of one version of a document.
CREATE TABLE fact_section (
    section_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    parent_section_id VARCHAR,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    number VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    repaired_start INTEGER NOT NULL,
    repaired_end INTEGER NOT NULL
);

COMMENT ON TABLE fact_section IS 'Section trees [self_reported]';
COMMENT ON COLUMN fact_section.section_id IS 'Document, version and ordinal';
COMMENT ON COLUMN fact_section.document_id IS 'Document';
COMMENT ON COLUMN fact_section.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN fact_section.parent_section_id IS 'Section it stands in; NULL at the top';
COMMENT ON COLUMN fact_section.ordinal IS 'Position among all sections of the document, from 0 [unit=ordinal]';
COMMENT ON COLUMN fact_section.level IS '1 (一、), 2 (（一）) or 3 (1.) [unit=ordinal]';
COMMENT ON COLUMN fact_section.number IS 'Number as printed, without punctuation [as_printed]';
COMMENT ON COLUMN fact_section.heading IS 'Heading without number [as_printed]';
COMMENT ON COLUMN fact_section.role IS 'leadership, achievements, problems, plan or other [inferred]';
COMMENT ON COLUMN fact_section.span_start IS 'First code point in the stripped text, from 0 [unit=code_points]';
COMMENT ON COLUMN fact_section.span_end IS 'One past the last code point in the stripped text [unit=code_points]';
COMMENT ON COLUMN fact_section.repaired_start IS 'First code point in the repaired text, from 0 [unit=code_points]';
COMMENT ON COLUMN fact_section.repaired_end IS 'One past the last code point in the repaired text [unit=code_points]';
