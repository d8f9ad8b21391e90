-- Grain: one mention of one number in one version of a document.
CREATE TABLE fact_figure (
    figure_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    section_id VARCHAR,
    section_role VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    raw VARCHAR NOT NULL,
    value DECIMAL(24,6) NOT NULL,
    value_high DECIMAL(24,6),
    unit VARCHAR NOT NULL,
    qualifier VARCHAR NOT NULL,
    change VARCHAR,
    tense VARCHAR NOT NULL,
    as_of VARCHAR,
    indicator_code VARCHAR,
    rule VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    sentence VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    repaired_start INTEGER NOT NULL,
    repaired_end INTEGER NOT NULL,
    verified_by VARCHAR,
    reviewed_by VARCHAR,
    review_note VARCHAR
);

COMMENT ON TABLE fact_figure IS 'Figures with the characters they were read from [self_reported, aggregation_hazard, part_year, inferred]';
COMMENT ON COLUMN fact_figure.figure_id IS 'Document, version and ordinal';
COMMENT ON COLUMN fact_figure.document_id IS 'Document';
COMMENT ON COLUMN fact_figure.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN fact_figure.section_id IS 'Deepest section it stands in; NULL before the first heading';
COMMENT ON COLUMN fact_figure.section_role IS 'Role of that section [inferred]';
COMMENT ON COLUMN fact_figure.ordinal IS 'Position among all figures of the document, from 0; figures that a review has added come last [unit=ordinal]';
COMMENT ON COLUMN fact_figure.raw IS 'Characters in the stripped text: number, qualifier and unit [as_printed, ocr]';
COMMENT ON COLUMN fact_figure.value IS 'Value in the base unit: 1428.44万元 is 14284400 [unit=column:unit, aggregation_hazard, self_reported, part_year, estimated, unit_differs, ocr]';
COMMENT ON COLUMN fact_figure.value_high IS 'Upper end of a range, in the base unit; else NULL [unit=column:unit, aggregation_hazard, self_reported, part_year, estimated, unit_differs, ocr]';
COMMENT ON COLUMN fact_figure.unit IS 'Canonical unit [unit_differs]';
COMMENT ON COLUMN fact_figure.qualifier IS 'exact, more_than, nearly, about, at_least or at_most [inferred]';
COMMENT ON COLUMN fact_figure.change IS 'increase or decrease where the number is a change against before; else NULL [inferred]';
COMMENT ON COLUMN fact_figure.tense IS 'actual, plan, target or cumulative [part_year, inferred]';
COMMENT ON COLUMN fact_figure.as_of IS 'Month (YYYY-MM) the number runs to, where the report says; NULL for the whole year and for a running total without an end [part_year, inferred]';
COMMENT ON COLUMN fact_figure.indicator_code IS 'Indicator whose value it states; NULL where it states none [inferred]';
COMMENT ON COLUMN fact_figure.rule IS 'Rule that gave the indicator; review where a person did';
COMMENT ON COLUMN fact_figure.confidence IS 'Confidence in the indicator, 0 to 1 [unit=probability, inferred]';
COMMENT ON COLUMN fact_figure.sentence IS 'Sentence it stands in, repaired [as_printed, ocr]';
COMMENT ON COLUMN fact_figure.span_start IS 'First code point in the stripped text, from 0 [unit=code_points]';
COMMENT ON COLUMN fact_figure.span_end IS 'One past the last code point in the stripped text [unit=code_points]';
COMMENT ON COLUMN fact_figure.repaired_start IS 'First code point in the repaired text, from 0 [unit=code_points]';
COMMENT ON COLUMN fact_figure.repaired_end IS 'One past the last code point in the repaired text [unit=code_points]';
COMMENT ON COLUMN fact_figure.verified_by IS 'Check of the report against itself that confirmed it; else NULL';
COMMENT ON COLUMN fact_figure.reviewed_by IS 'Who has confirmed it or put it right; NULL where nobody has';
COMMENT ON COLUMN fact_figure.review_note IS 'Verdict, day and reason of the review';
