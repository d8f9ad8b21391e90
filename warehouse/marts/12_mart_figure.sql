-- Grain: one mention of one number in one version of a document.
CREATE VIEW mart_figure AS
SELECT
    figure.figure_id,
    figure.document_id,
    figure.version,
    document.region_code,
    region.region_name,
    document.issuer,
    document.issuer_kind,
    document.report_year,
    figure.section_id,
    figure.section_role,
    figure.ordinal,
    figure.raw,
    figure.value,
    figure.value_high,
    figure.unit,
    figure.qualifier,
    figure.change,
    figure.tense,
    figure.as_of,
    figure.indicator_code,
    figure.sentence,
    figure.span_start,
    figure.span_end,
    figure.repaired_start,
    figure.repaired_end,
    figure.verified_by,
    figure.confidence,
    document.url,
    document.is_current,
    figure.rule,
    document.issuer_key,
    body.issuer_name,
    body.issuer_function,
    figure.reviewed_by,
    figure.review_note,
    rtrim(rtrim(figure.value::VARCHAR, '0'), '.') AS value_text,
    region.province_name,
    region.province_code,
    region.prefecture_code,
    region.prefecture_name,
    indicator.indicator_name,
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
    document.withdrawn_on IS NOT NULL AS is_withdrawn
FROM fact_figure AS figure
JOIN dim_document AS document USING (document_id, version)
LEFT JOIN dim_region AS region USING (region_key)
LEFT JOIN dim_indicator AS indicator USING (indicator_code)
LEFT JOIN dim_issuer AS body ON body.issuer_key = document.issuer_key;

COMMENT ON VIEW mart_figure IS 'Figures with their provenance [self_reported, aggregation_hazard, part_year, inferred]';
COMMENT ON COLUMN mart_figure.figure_id IS 'Document, version and ordinal';
COMMENT ON COLUMN mart_figure.document_id IS 'Document';
COMMENT ON COLUMN mart_figure.version IS 'Version of the document [unit=ordinal]';
COMMENT ON COLUMN mart_figure.region_code IS 'GB/T 2260 code of six digits [inferred]';
COMMENT ON COLUMN mart_figure.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_figure.issuer IS 'Body that issues the report [inferred]';
COMMENT ON COLUMN mart_figure.issuer_kind IS 'government, bureau, party_government or township [inferred]';
COMMENT ON COLUMN mart_figure.report_year IS 'Year reported on [unit=year, inferred]';
COMMENT ON COLUMN mart_figure.section_id IS 'Deepest section it stands in; NULL before the first heading';
COMMENT ON COLUMN mart_figure.section_role IS 'Role of that section [inferred]';
COMMENT ON COLUMN mart_figure.ordinal IS 'Position among all figures of the document, from 0; figures that a review has added come last [unit=ordinal]';
COMMENT ON COLUMN mart_figure.raw IS 'Characters in the stripped text: number, qualifier and unit [as_printed, ocr]';
COMMENT ON COLUMN mart_figure.value IS 'Value in the base unit: 1428.44万元 is 14284400 [unit=column:unit, aggregation_hazard, self_reported, part_year, estimated, unit_differs, ocr]';
COMMENT ON COLUMN mart_figure.value_high IS 'Upper end of a range, in the base unit; else NULL [unit=column:unit, aggregation_hazard, self_reported, part_year, estimated, unit_differs, ocr]';
COMMENT ON COLUMN mart_figure.unit IS 'Canonical unit [unit_differs]';
COMMENT ON COLUMN mart_figure.qualifier IS 'exact, more_than, nearly, about, at_least or at_most [inferred]';
COMMENT ON COLUMN mart_figure.change IS 'increase or decrease where the number is a change against before; else NULL [inferred]';
COMMENT ON COLUMN mart_figure.tense IS 'actual, plan, target or cumulative [part_year, inferred]';
COMMENT ON COLUMN mart_figure.as_of IS 'Month (YYYY-MM) the number runs to, where the report says; NULL for the whole year and for a running total without an end [part_year, inferred]';
COMMENT ON COLUMN mart_figure.indicator_code IS 'Indicator whose value it states; NULL where it states none [inferred]';
COMMENT ON COLUMN mart_figure.sentence IS 'Sentence it stands in, repaired [as_printed, ocr]';
COMMENT ON COLUMN mart_figure.span_start IS 'First code point in the stripped text, from 0 [unit=code_points]';
COMMENT ON COLUMN mart_figure.span_end IS 'One past the last code point in the stripped text [unit=code_points]';
COMMENT ON COLUMN mart_figure.repaired_start IS 'First code point in the repaired text, from 0 [unit=code_points]';
COMMENT ON COLUMN mart_figure.repaired_end IS 'One past the last code point in the repaired text [unit=code_points]';
COMMENT ON COLUMN mart_figure.verified_by IS 'Check of the report against itself that confirmed it; else NULL';
COMMENT ON COLUMN mart_figure.confidence IS 'Confidence in the indicator, 0 to 1 [unit=probability, inferred]';
COMMENT ON COLUMN mart_figure.url IS 'What was asked for [as_printed]';
COMMENT ON COLUMN mart_figure.is_current IS 'True where its document''s version is, see mart_document';
COMMENT ON COLUMN mart_figure.rule IS 'Rule that gave the indicator';
COMMENT ON COLUMN mart_figure.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_figure.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_figure.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_figure.rule IS 'Rule that gave the indicator; review where a person did';
COMMENT ON COLUMN mart_figure.reviewed_by IS 'Who has confirmed it or put it right; NULL where nobody has';
COMMENT ON COLUMN mart_figure.review_note IS 'Verdict, day and reason of the review';
COMMENT ON COLUMN mart_figure.value_text IS 'Value as a text, without zeros at its end; exact [unit=column:unit, self_reported, part_year, estimated, unit_differs, ocr]';
COMMENT ON COLUMN mart_figure.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_figure.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_figure.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_figure.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_figure.indicator_name IS 'Name of the indicator in Chinese; this and what follows is NULL where it states none';
COMMENT ON COLUMN mart_figure.domain IS 'Part of the work of government it belongs to';
COMMENT ON COLUMN mart_figure.kind IS 'count, rate or amount';
COMMENT ON COLUMN mart_figure.direction IS 'higher_is_better, lower_is_better or neutral: how a higher value is commonly judged, not a verdict [inferred]';
COMMENT ON COLUMN mart_figure.is_additive IS 'True where values of several regions may be summed';
COMMENT ON COLUMN mart_figure.measure_type IS 'stock (a state at the end of the period) or flow (what happened in it)';
COMMENT ON COLUMN mart_figure.indicator_name_en IS 'Name of the indicator in English';
COMMENT ON COLUMN mart_figure.definition IS 'What the indicator counts, in Chinese';
COMMENT ON COLUMN mart_figure.definition_en IS 'What the indicator counts, in English';
COMMENT ON COLUMN mart_figure.valid_from_year IS 'First report year of the present series; NULL where no law broke it [unit=year, series_break]';
COMMENT ON COLUMN mart_figure.series_break_basis IS 'Law that broke the series, and since when; NULL where none did [series_break]';
COMMENT ON COLUMN mart_figure.is_withdrawn IS 'True where the site has withdrawn its document, see mart_document [release_relative]';
