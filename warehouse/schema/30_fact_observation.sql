-- Grain: one issuing body, report year and indicator.
CREATE TABLE fact_observation (
    region_code VARCHAR NOT NULL,
    issuer_kind VARCHAR NOT NULL,
    report_year INTEGER NOT NULL,
    indicator_code VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    value DECIMAL(24,6) NOT NULL,
    value_high DECIMAL(24,6),
    qualifier VARCHAR NOT NULL,
    tense VARCHAR NOT NULL,
    as_of VARCHAR,
    figure_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    mention_count INTEGER NOT NULL,
    candidate_count INTEGER NOT NULL,
    distinct_value_count INTEGER NOT NULL,
    is_conflicting BOOLEAN NOT NULL,
    verified_by VARCHAR,
    issuer_key VARCHAR NOT NULL,
    reviewed_by VARCHAR,
    review_note VARCHAR,
    is_whole_year BOOLEAN NOT NULL
);

COMMENT ON TABLE fact_observation IS 'The one value chosen among all mentions; the order of choice stands in transforms/30_observation.sql [self_reported, aggregation_hazard, part_year, conflicts, scope_differs, not_comparable_across_kinds, out_of_range]';
COMMENT ON COLUMN fact_observation.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN fact_observation.issuer_kind IS 'government, bureau, party_government or township, that of the body [not_comparable_across_kinds]';
COMMENT ON COLUMN fact_observation.report_year IS 'Year reported on [unit=year]';
COMMENT ON COLUMN fact_observation.indicator_code IS 'Indicator';
COMMENT ON COLUMN fact_observation.unit IS 'Unit as stated [unit_differs]';
COMMENT ON COLUMN fact_observation.value IS 'Value in the base unit [unit=column:unit, aggregation_hazard, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN fact_observation.value_high IS 'Upper end of a range, in the base unit; else NULL [unit=column:unit, aggregation_hazard, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN fact_observation.qualifier IS 'How near the value is to the number [estimated]';
COMMENT ON COLUMN fact_observation.tense IS 'actual or cumulative [part_year]';
COMMENT ON COLUMN fact_observation.as_of IS 'Month (YYYY-MM) the number runs to, where the report says; NULL for the whole year and for a running total without an end [part_year]';
COMMENT ON COLUMN fact_observation.figure_id IS 'Figure chosen';
COMMENT ON COLUMN fact_observation.document_id IS 'Document it stands in';
COMMENT ON COLUMN fact_observation.version IS 'Version of that document [unit=ordinal]';
COMMENT ON COLUMN fact_observation.mention_count IS 'Candidates that state the value chosen [unit=figures, aggregation_hazard]';
COMMENT ON COLUMN fact_observation.candidate_count IS 'Candidates in all [unit=figures, aggregation_hazard]';
COMMENT ON COLUMN fact_observation.distinct_value_count IS 'Different values among the candidates that claim the same as the one chosen [unit=values, conflicts]';
COMMENT ON COLUMN fact_observation.is_conflicting IS 'True where candidates that claim the same give different values [conflicts]';
COMMENT ON COLUMN fact_observation.verified_by IS 'Check that confirmed the figure chosen; else NULL [self_reported]';
COMMENT ON COLUMN fact_observation.issuer_key IS 'Issuing body; never mixed';
COMMENT ON COLUMN fact_observation.reviewed_by IS 'Who has confirmed the figure chosen or put it right; NULL where nobody has';
COMMENT ON COLUMN fact_observation.review_note IS 'Verdict, day and reason of that review';
COMMENT ON COLUMN fact_observation.is_whole_year IS 'True for the number of the whole report year; false for a part of it, and for a running total [part_year]';
