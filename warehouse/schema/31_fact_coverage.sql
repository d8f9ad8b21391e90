-- Grain: one source and report year from the source's first wanted year to the year before the night.
CREATE TABLE fact_coverage (
    source_id VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    region_code VARCHAR NOT NULL,
    issuer_kind VARCHAR NOT NULL,
    report_year INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    due_date DATE,
    published_date DATE,
    first_seen_at TIMESTAMP,
    url VARCHAR,
    document_id VARCHAR,
    public_due_date DATE,
    due_basis VARCHAR,
    issuer_key VARCHAR NOT NULL
);

COMMENT ON TABLE fact_coverage IS 'Reports that should exist against those that do';
COMMENT ON COLUMN fact_coverage.source_id IS 'Source';
COMMENT ON COLUMN fact_coverage.publisher IS 'Body that owes the report';
COMMENT ON COLUMN fact_coverage.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN fact_coverage.issuer_kind IS 'Kind of issuer';
COMMENT ON COLUMN fact_coverage.report_year IS 'Year reported on';
COMMENT ON COLUMN fact_coverage.state IS 'published, late (after due_date), missing, blocked, gone or not_due';
COMMENT ON COLUMN fact_coverage.due_date IS 'Day by which it is to be reported; NULL where no rule is known';
COMMENT ON COLUMN fact_coverage.published_date IS 'Earliest date its pages give; NULL where they give none';
COMMENT ON COLUMN fact_coverage.first_seen_at IS 'When a listing first showed it, or else when it was first fetched (UTC)';
COMMENT ON COLUMN fact_coverage.url IS 'Where it is, or was';
COMMENT ON COLUMN fact_coverage.document_id IS 'Document that was read; NULL where none was';
COMMENT ON COLUMN fact_coverage.public_due_date IS 'Day by which it is to be published; a month after due_date for a bureau';
COMMENT ON COLUMN fact_coverage.due_basis IS 'Number of the regulation that names these days';
COMMENT ON COLUMN fact_coverage.issuer_key IS 'Body that the publisher names';
