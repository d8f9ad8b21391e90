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
    observation.review_note
FROM fact_observation AS observation
JOIN dim_indicator AS indicator USING (indicator_code)
JOIN dim_document AS document USING (document_id, version)
JOIN dim_region AS region USING (region_key)
JOIN dim_issuer AS body ON body.issuer_key = observation.issuer_key;

COMMENT ON VIEW mart_observation IS 'The one value of each indicator that a body states for a year, chosen among all mentions';
COMMENT ON COLUMN mart_observation.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_observation.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_observation.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_observation.issuer_kind IS 'government, bureau, party_government or township, that of the body';
COMMENT ON COLUMN mart_observation.report_year IS 'Year reported on';
COMMENT ON COLUMN mart_observation.indicator_code IS 'Indicator';
COMMENT ON COLUMN mart_observation.indicator_name IS 'Name in Chinese';
COMMENT ON COLUMN mart_observation.unit IS 'Unit as stated';
COMMENT ON COLUMN mart_observation.value IS 'Value in the base unit';
COMMENT ON COLUMN mart_observation.qualifier IS 'How near the value is to the number';
COMMENT ON COLUMN mart_observation.as_of IS 'Month (YYYY-MM) the number runs to; NULL for the whole year';
COMMENT ON COLUMN mart_observation.figure_id IS 'Figure chosen';
COMMENT ON COLUMN mart_observation.mention_count IS 'Candidates that state the value chosen';
COMMENT ON COLUMN mart_observation.is_conflicting IS 'True where candidates that claim the same give different values';
COMMENT ON COLUMN mart_observation.verified_by IS 'Check that confirmed the figure chosen; else NULL';
COMMENT ON COLUMN mart_observation.value_high IS 'Upper end of a range, in the base unit; else NULL';
COMMENT ON COLUMN mart_observation.tense IS 'actual or cumulative';
COMMENT ON COLUMN mart_observation.candidate_count IS 'Candidates in all';
COMMENT ON COLUMN mart_observation.distinct_value_count IS 'Different values among the candidates that claim the same as the one chosen';
COMMENT ON COLUMN mart_observation.region_level IS 'province, prefecture or county';
COMMENT ON COLUMN mart_observation.current_code IS 'Code valid today of the region that followed it, where it is one region; else NULL';
COMMENT ON COLUMN mart_observation.is_fictional IS 'True for the regions of the sample, which exist nowhere';
COMMENT ON COLUMN mart_observation.document_id IS 'Document it stands in';
COMMENT ON COLUMN mart_observation.version IS 'Version of that document';
COMMENT ON COLUMN mart_observation.url IS 'What was asked for';
COMMENT ON COLUMN mart_observation.issuer_key IS 'Issuing body, the same in every release; never mixed';
COMMENT ON COLUMN mart_observation.issuer_name IS 'Its name in full, whatever the page prints';
COMMENT ON COLUMN mart_observation.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_observation.reviewed_by IS 'Who has confirmed the figure chosen or put it right; NULL where nobody has';
COMMENT ON COLUMN mart_observation.review_note IS 'Verdict, day and reason of that review';
