-- Grain: one source, that is one file under jobs/.
CREATE TABLE dim_source (
    source_id VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    region_code VARCHAR NOT NULL,
    issuer_kind VARCHAR NOT NULL,
    report_kind VARCHAR NOT NULL,
    since_year INTEGER NOT NULL,
    issuer_key VARCHAR NOT NULL,
    unchecked_place VARCHAR
);

COMMENT ON TABLE dim_source IS 'Publishers of reports that are harvested';
COMMENT ON COLUMN dim_source.source_id IS 'Id of the source, unique';
COMMENT ON COLUMN dim_source.publisher IS 'Name of the body';
COMMENT ON COLUMN dim_source.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN dim_source.issuer_kind IS 'government, bureau, party_government or township';
COMMENT ON COLUMN dim_source.report_kind IS 'Kind of report, such as rule_of_law';
COMMENT ON COLUMN dim_source.since_year IS 'First report year wanted';
COMMENT ON COLUMN dim_source.issuer_key IS 'Body that its publisher names';
COMMENT ON COLUMN dim_source.unchecked_place IS 'Place that its publisher names and no table of regions has, so that region_code is not checked; NULL where it names a known one or none';
