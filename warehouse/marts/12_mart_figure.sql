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
    figure.review_note
FROM fact_figure AS figure
JOIN dim_document AS document USING (document_id, version)
LEFT JOIN dim_region AS region USING (region_key)
LEFT JOIN dim_issuer AS body ON body.issuer_key = document.issuer_key;

COMMENT ON VIEW mart_figure IS 'Figures with their provenance';
COMMENT ON COLUMN mart_figure.figure_id IS 'Document, version and ordinal';
COMMENT ON COLUMN mart_figure.document_id IS 'Document';
COMMENT ON COLUMN mart_figure.version IS 'Version of the document';
COMMENT ON COLUMN mart_figure.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_figure.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_figure.issuer IS 'Body that issues the report';
COMMENT ON COLUMN mart_figure.issuer_kind IS 'government, bureau, party_government or township';
COMMENT ON COLUMN mart_figure.report_year IS 'Year reported on';
COMMENT ON COLUMN mart_figure.section_id IS 'Deepest section it stands in; NULL before the first heading';
COMMENT ON COLUMN mart_figure.section_role IS 'Role of that section';
COMMENT ON COLUMN mart_figure.ordinal IS 'Position among all figures of the document, from 0; figures that a review has added come last';
COMMENT ON COLUMN mart_figure.raw IS 'Characters in the stripped text: number, qualifier and unit';
COMMENT ON COLUMN mart_figure.value IS 'Value in the base unit: 1428.44万元 is 14284400';
COMMENT ON COLUMN mart_figure.value_high IS 'Upper end of a range, in the base unit; else NULL';
COMMENT ON COLUMN mart_figure.unit IS 'Canonical unit';
COMMENT ON COLUMN mart_figure.qualifier IS 'exact, more_than, nearly, about, at_least or at_most';
COMMENT ON COLUMN mart_figure.change IS 'increase or decrease where the number is a change against before; else NULL';
COMMENT ON COLUMN mart_figure.tense IS 'actual, plan, target or cumulative';
COMMENT ON COLUMN mart_figure.as_of IS 'Month (YYYY-MM) a part-year number runs to; NULL for the whole year';
COMMENT ON COLUMN mart_figure.indicator_code IS 'Indicator whose value it states; NULL where it states none';
COMMENT ON COLUMN mart_figure.sentence IS 'Sentence it stands in, repaired';
COMMENT ON COLUMN mart_figure.span_start IS 'First code point in the stripped text, from 0';
COMMENT ON COLUMN mart_figure.span_end IS 'One past the last code point in the stripped text';
COMMENT ON COLUMN mart_figure.repaired_start IS 'First code point in the repaired text, from 0';
COMMENT ON COLUMN mart_figure.repaired_end IS 'One past the last code point in the repaired text';
COMMENT ON COLUMN mart_figure.verified_by IS 'Check of the report against itself that confirmed it; else NULL';
COMMENT ON COLUMN mart_figure.confidence IS 'Confidence in the indicator, 0 to 1';
COMMENT ON COLUMN mart_figure.url IS 'What was asked for';
COMMENT ON COLUMN mart_figure.is_current IS 'True for the last version of the document';
COMMENT ON COLUMN mart_figure.rule IS 'Rule that gave the indicator';
COMMENT ON COLUMN mart_figure.issuer_key IS 'Issuing body, the same in every release; NULL where its region is not known';
COMMENT ON COLUMN mart_figure.issuer_name IS 'Its name in full, whatever the page prints; NULL where issuer_key is';
COMMENT ON COLUMN mart_figure.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_figure.rule IS 'Rule that gave the indicator; review where a person did';
COMMENT ON COLUMN mart_figure.reviewed_by IS 'Who has confirmed it or put it right; NULL where nobody has';
COMMENT ON COLUMN mart_figure.review_note IS 'Verdict, day and reason of the review';
