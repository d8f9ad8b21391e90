-- Grain: one current document.
CREATE TABLE mart_compliance AS
SELECT
    document.document_id,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'achievements'), false) AS has_achievements,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'problems'), false) AS has_problems,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'leadership'), false) AS has_leadership,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'plan'), false) AS has_plan,
    coalesce(bool_or(part.is_present) FILTER (part.part = 'other'), false) AS has_other,
    (has_achievements::INTEGER + has_problems::INTEGER + has_leadership::INTEGER + has_plan::INTEGER + has_other::INTEGER)
        AS score,
    document.version,
    any_value(document.region_code) AS region_code,
    any_value(document.issuer) AS issuer,
    any_value(document.issuer_kind) AS issuer_kind,
    any_value(document.report_year) AS report_year,
    any_value(document.issuer_key) AS issuer_key,
    any_value(body.issuer_name) AS issuer_name,
    any_value(body.issuer_function) AS issuer_function
FROM dim_document AS document
LEFT JOIN fact_part AS part USING (document_id, version)
LEFT JOIN dim_issuer AS body ON body.issuer_key = document.issuer_key
WHERE document.is_current
GROUP BY document.document_id, document.version
ORDER BY document.document_id;

COMMENT ON TABLE mart_compliance IS 'Which of the five parts prescribed by 厅字〔2019〕28号 a report has';
COMMENT ON COLUMN mart_compliance.document_id IS 'First 16 hexadecimal digits of the SHA-256 of the URL';
COMMENT ON COLUMN mart_compliance.has_achievements IS 'It says what was done and achieved';
COMMENT ON COLUMN mart_compliance.has_problems IS 'It names shortcomings and their causes';
COMMENT ON COLUMN mart_compliance.has_leadership IS 'It says how the persons first responsible did their duty';
COMMENT ON COLUMN mart_compliance.has_plan IS 'It says what is planned for the next year';
COMMENT ON COLUMN mart_compliance.has_other IS 'It reports further matters';
COMMENT ON COLUMN mart_compliance.score IS 'Parts it has, 0 to 5';
COMMENT ON COLUMN mart_compliance.version IS '1 for the first text seen at that URL';
COMMENT ON COLUMN mart_compliance.region_code IS 'GB/T 2260 code of six digits; NULL where the region is not known';
COMMENT ON COLUMN mart_compliance.issuer IS 'Body that issues the report';
COMMENT ON COLUMN mart_compliance.issuer_kind IS 'government, bureau, party_government or township';
COMMENT ON COLUMN mart_compliance.report_year IS 'Year reported on; NULL where it is not known';
COMMENT ON COLUMN mart_compliance.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_compliance.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_compliance.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
