-- Grain: one current version of a document.
CREATE TABLE mart_compliance AS
SELECT
    document.document_id,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'achievements'), false) AS has_achievements,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'problems'), false) AS has_problems,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'leadership'), false) AS has_leadership,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'plan'), false) AS has_plan,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'other'), false) AS has_other,
    -- The fifth part, other matters, is prescribed only where there is something to report, so that no text shows its lack.
    (has_achievements::INTEGER + has_problems::INTEGER + has_leadership::INTEGER + has_plan::INTEGER) AS score,
    document.version,
    any_value(document.region_code) AS region_code,
    any_value(document.issuer) AS issuer,
    any_value(document.issuer_kind) AS issuer_kind,
    any_value(document.report_year) AS report_year,
    any_value(document.issuer_key) AS issuer_key,
    any_value(body.issuer_name) AS issuer_name,
    any_value(body.issuer_function) AS issuer_function,
    any_value(region.region_name) AS region_name,
    any_value(region.province_name) AS province_name,
    any_value(region.province_code) AS province_code,
    any_value(region.prefecture_code) AS prefecture_code,
    any_value(region.prefecture_name) AS prefecture_name
FROM dim_document AS document
LEFT JOIN fact_part AS part USING (document_id, version)
LEFT JOIN dim_region AS region USING (region_key)
LEFT JOIN dim_issuer AS body ON body.issuer_key = document.issuer_key
WHERE document.is_current
GROUP BY document.document_id, document.version
ORDER BY document.document_id, document.version;

COMMENT ON TABLE mart_compliance IS 'Which of the parts prescribed by 厅字〔2019〕28号, art. 25, a report has: four in every report, and other matters where there are any [inferred]';
COMMENT ON COLUMN mart_compliance.document_id IS 'First 16 hexadecimal digits of the SHA-256 of the URL';
COMMENT ON COLUMN mart_compliance.has_achievements IS 'It says what was done and achieved [inferred]';
COMMENT ON COLUMN mart_compliance.has_problems IS 'It names shortcomings and their causes [inferred]';
COMMENT ON COLUMN mart_compliance.has_leadership IS 'It says how the persons first responsible did their duty [inferred]';
COMMENT ON COLUMN mart_compliance.has_plan IS 'It says what is planned for the next year [inferred]';
COMMENT ON COLUMN mart_compliance.has_other IS 'It reports other matters (其他需要报告的情况), which art. 25 asks for only where there is something to report: false is no lack, and score leaves it out [inferred]';
COMMENT ON COLUMN mart_compliance.score IS 'How many it has, 0 to 4, of the four parts that 厅字〔2019〕28号, art. 25, prescribes in every report: achievements, problems, leadership and plan; has_other stands apart [unit=parts, aggregation_hazard, inferred]';
COMMENT ON COLUMN mart_compliance.version IS '1 for the first text seen at that URL [unit=ordinal]';
COMMENT ON COLUMN mart_compliance.region_code IS 'GB/T 2260 code of six digits; NULL where the region is not known [inferred]';
COMMENT ON COLUMN mart_compliance.issuer IS 'Body that issues the report [inferred]';
COMMENT ON COLUMN mart_compliance.issuer_kind IS 'government, bureau, party_government or township [inferred]';
COMMENT ON COLUMN mart_compliance.report_year IS 'Year reported on; NULL where it is not known [unit=year, inferred]';
COMMENT ON COLUMN mart_compliance.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_compliance.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_compliance.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_compliance.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_compliance.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_compliance.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_compliance.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_compliance.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
