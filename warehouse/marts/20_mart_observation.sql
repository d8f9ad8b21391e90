-- Grain: one issuing body, report year and indicator.
CREATE VIEW mart_observation AS
SELECT
    observation.region_code,
    region.region_name,
    region.province_name,
    observation.issuer_kind,
    observation.report_year,
    observation.indicator_code,
    indicator.indicator_name,
    observation.unit,
    observation.value,
    observation.qualifier,
    observation.as_of,
    observation.figure_id,
    observation.mention_count,
    observation.is_conflicting,
    observation.verified_by,
    observation.value_high,
    observation.tense,
    observation.candidate_count,
    observation.distinct_value_count,
    region.region_level,
    region.current_code,
    region.is_fictional,
    document.document_id,
    document.version,
    document.url,
    observation.issuer_key,
    body.issuer_name,
    body.issuer_function,
    observation.reviewed_by,
    observation.review_note,
    observation.is_whole_year,
    rtrim(rtrim(observation.value::VARCHAR, '0'), '.') AS value_text,
    region.province_code,
    region.prefecture_code,
    region.prefecture_name,
    indicator.domain,
    indicator.kind,
    indicator.direction,
    indicator.is_additive,
    indicator.measure_type,
    indicator.indicator_name_en,
    indicator.definition,
    indicator.definition_en,
    indicator.valid_from_year,
    indicator.series_break_basis,
    -- A share of less than nothing or more than all is what the report says; it is kept, marked, and compared with nothing.
    indicator.kind = 'rate'
        AND observation.unit = '%'
        AND (observation.value < 0 OR greatest(observation.value, observation.value_high) > 100) AS is_out_of_range,
    document.withdrawn_on IS NOT NULL AS is_withdrawn
FROM fact_observation AS observation
JOIN dim_indicator AS indicator USING (indicator_code)
JOIN dim_document AS document USING (document_id, version)
JOIN dim_region AS region USING (region_key)
JOIN dim_issuer AS body ON body.issuer_key = observation.issuer_key;

COMMENT ON VIEW mart_observation IS 'The one value of each indicator that a body states for a year, chosen among all mentions [self_reported, aggregation_hazard, part_year, conflicts, scope_differs, not_comparable_across_kinds, out_of_range]';
COMMENT ON COLUMN mart_observation.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_observation.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_observation.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_observation.issuer_kind IS 'government, bureau, party_government or township, that of the body [not_comparable_across_kinds]';
COMMENT ON COLUMN mart_observation.report_year IS 'Year reported on [unit=year]';
COMMENT ON COLUMN mart_observation.indicator_code IS 'Indicator';
COMMENT ON COLUMN mart_observation.indicator_name IS 'Name in Chinese';
COMMENT ON COLUMN mart_observation.unit IS 'Unit as stated [unit_differs]';
COMMENT ON COLUMN mart_observation.value IS 'Value in the base unit [unit=column:unit, aggregation_hazard, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN mart_observation.qualifier IS 'How near the value is to the number [estimated]';
COMMENT ON COLUMN mart_observation.as_of IS 'Month (YYYY-MM) the number runs to, where the report says; NULL for the whole year and for a running total without an end [part_year]';
COMMENT ON COLUMN mart_observation.figure_id IS 'Figure chosen';
COMMENT ON COLUMN mart_observation.mention_count IS 'Candidates that state the value chosen [unit=figures, aggregation_hazard]';
COMMENT ON COLUMN mart_observation.is_conflicting IS 'True where candidates that claim the same give different values [conflicts]';
COMMENT ON COLUMN mart_observation.verified_by IS 'Check that confirmed the figure chosen; else NULL [self_reported]';
COMMENT ON COLUMN mart_observation.value_high IS 'Upper end of a range, in the base unit; else NULL [unit=column:unit, aggregation_hazard, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN mart_observation.tense IS 'actual or cumulative [part_year]';
COMMENT ON COLUMN mart_observation.candidate_count IS 'Candidates in all [unit=figures, aggregation_hazard]';
COMMENT ON COLUMN mart_observation.distinct_value_count IS 'Different values among the candidates that claim the same as the one chosen [unit=values, conflicts]';
COMMENT ON COLUMN mart_observation.region_level IS 'province, prefecture or county';
COMMENT ON COLUMN mart_observation.current_code IS 'Code valid today of the region that followed it, where it is one region; else NULL';
COMMENT ON COLUMN mart_observation.is_fictional IS 'True for the regions of the sample, which exist nowhere';
COMMENT ON COLUMN mart_observation.document_id IS 'Document it stands in';
COMMENT ON COLUMN mart_observation.version IS 'Version of that document [unit=ordinal]';
COMMENT ON COLUMN mart_observation.url IS 'What was asked for [as_printed]';
COMMENT ON COLUMN mart_observation.issuer_key IS 'Issuing body, the same in every release; never mixed';
COMMENT ON COLUMN mart_observation.issuer_name IS 'Its name in full, whatever the page prints';
COMMENT ON COLUMN mart_observation.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_observation.reviewed_by IS 'Who has confirmed the figure chosen or put it right; NULL where nobody has';
COMMENT ON COLUMN mart_observation.review_note IS 'Verdict, day and reason of that review';
COMMENT ON COLUMN mart_observation.is_whole_year IS 'True for the number of the whole report year; false for a part of it, and for a running total [part_year]';
COMMENT ON COLUMN mart_observation.value_text IS 'Value as a text, without zeros at its end; exact [unit=column:unit, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN mart_observation.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_observation.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_observation.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_observation.domain IS 'Part of the work of government it belongs to';
COMMENT ON COLUMN mart_observation.kind IS 'count, rate or amount';
COMMENT ON COLUMN mart_observation.direction IS 'higher_is_better, lower_is_better or neutral: how a higher value is commonly judged, not a verdict [inferred]';
COMMENT ON COLUMN mart_observation.is_additive IS 'True where values of several regions may be summed';
COMMENT ON COLUMN mart_observation.measure_type IS 'stock (a state at the end of the period) or flow (what happened in it)';
COMMENT ON COLUMN mart_observation.indicator_name_en IS 'Name of the indicator in English';
COMMENT ON COLUMN mart_observation.definition IS 'What the indicator counts, in Chinese';
COMMENT ON COLUMN mart_observation.definition_en IS 'What the indicator counts, in English';
COMMENT ON COLUMN mart_observation.valid_from_year IS 'First report year of the present series; NULL where no law broke it [unit=year, series_break]';
COMMENT ON COLUMN mart_observation.series_break_basis IS 'Law that broke the series, and since when; NULL where none did [series_break]';
COMMENT ON COLUMN mart_observation.is_out_of_range IS 'True for a share below 0 or above 100 %, which the report states and which cannot be; leave it out of averages';
COMMENT ON COLUMN mart_observation.is_withdrawn IS 'True where the site has withdrawn the document it stands in and its body has no other that stands, see mart_document [release_relative]';
