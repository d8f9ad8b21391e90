-- Grain: one section of one version of a document.
CREATE VIEW mart_section AS
SELECT
    section.document_id,
    section.version,
    section.section_id,
    section.parent_section_id,
    section.ordinal,
    section.level,
    section.number,
    section.heading,
    section.role,
    substring(texts.text, section.span_start + 1, section.span_end - section.span_start) AS text,
    section.span_start,
    section.span_end,
    section.repaired_start,
    section.repaired_end,
    substring(
        coalesce(texts.repaired_text, texts.text),
        section.repaired_start + 1,
        section.repaired_end - section.repaired_start
    ) AS repaired_text
FROM fact_section AS section
JOIN document_text AS texts USING (document_id, version);

COMMENT ON VIEW mart_section IS 'Section trees with their texts [self_reported]';
COMMENT ON COLUMN mart_section.document_id IS 'Document';
COMMENT ON COLUMN mart_section.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN mart_section.section_id IS 'Document, version and ordinal';
COMMENT ON COLUMN mart_section.parent_section_id IS 'Section it stands in; NULL at the top';
COMMENT ON COLUMN mart_section.ordinal IS 'Position among all sections of the document, from 0 [unit=ordinal]';
COMMENT ON COLUMN mart_section.level IS '1 (一、), 2 (（一）) or 3 (1.) [unit=ordinal]';
COMMENT ON COLUMN mart_section.number IS 'Number as printed, without punctuation [as_printed]';
COMMENT ON COLUMN mart_section.heading IS 'Heading without number [as_printed]';
COMMENT ON COLUMN mart_section.role IS 'leadership, achievements, problems, plan or other [inferred]';
COMMENT ON COLUMN mart_section.text IS 'Characters of the section with its heading and sub-sections, as harvested [as_printed, ocr]';
COMMENT ON COLUMN mart_section.span_start IS 'First code point in the stripped text, from 0 [unit=code_points]';
COMMENT ON COLUMN mart_section.span_end IS 'One past the last code point in the stripped text [unit=code_points]';
COMMENT ON COLUMN mart_section.repaired_start IS 'First code point in the repaired text, from 0 [unit=code_points]';
COMMENT ON COLUMN mart_section.repaired_end IS 'One past the last code point in the repaired text [unit=code_points]';
COMMENT ON COLUMN mart_section.repaired_text IS 'The same stretch of the repaired text [as_printed, ocr]';
