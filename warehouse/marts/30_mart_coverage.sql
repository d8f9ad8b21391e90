-- Grain: one source and report year from the source's first wanted year to the year before the night.
CREATE VIEW mart_coverage AS
SELECT
    coverage.region_code,
    coverage.issuer_kind,
    coverage.report_year,
    coverage.state,
    coverage.due_date,
    coverage.first_seen_at,
    coverage.url,
    coverage.source_id,
    coverage.publisher,
    region.region_name,
    region.province_name,
    coverage.published_date,
    coverage.document_id,
    coverage.public_due_date,
    coverage.due_basis,
    coverage.issuer_key,
    body.issuer_name,
    body.issuer_function
FROM fact_coverage AS coverage
LEFT JOIN (
    SELECT
        region_code,
        arg_max(region_name, valid_from_year) AS region_name,
        arg_max(province_name, valid_from_year) AS province_name
    FROM dim_region
    GROUP BY region_code
) AS region USING (region_code)
JOIN dim_issuer AS body ON body.issuer_key = coverage.issuer_key;

COMMENT ON VIEW mart_coverage IS 'Reports that should exist against those that do; absence is a row';
COMMENT ON COLUMN mart_coverage.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_coverage.issuer_kind IS 'Kind of issuer';
COMMENT ON COLUMN mart_coverage.report_year IS 'Year reported on';
COMMENT ON COLUMN mart_coverage.state IS 'published, late (after due_date by the date its page gives), missing, blocked (a wall stood before it), gone (deleted) or not_due';
COMMENT ON COLUMN mart_coverage.due_date IS 'Day by which it is to be reported; NULL where no rule is known';
COMMENT ON COLUMN mart_coverage.first_seen_at IS 'When a listing first showed it, or else when it was first fetched (UTC)';
COMMENT ON COLUMN mart_coverage.url IS 'Where it is, or was';
COMMENT ON COLUMN mart_coverage.source_id IS 'Source';
COMMENT ON COLUMN mart_coverage.publisher IS 'Body that owes the report';
COMMENT ON COLUMN mart_coverage.region_name IS 'Last name of the region';
COMMENT ON COLUMN mart_coverage.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_coverage.published_date IS 'Earliest date its pages give; NULL where they give none';
COMMENT ON COLUMN mart_coverage.document_id IS 'Document that was read; NULL where none was';
COMMENT ON COLUMN mart_coverage.public_due_date IS 'Day by which it is to be published; a month after due_date for a bureau';
COMMENT ON COLUMN mart_coverage.due_basis IS 'Number of the regulation that names these days';
COMMENT ON COLUMN mart_coverage.issuer_key IS 'Body that owes the report, the same in every release';
COMMENT ON COLUMN mart_coverage.issuer_name IS 'Its name in full, whatever the source calls it';
COMMENT ON COLUMN mart_coverage.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
