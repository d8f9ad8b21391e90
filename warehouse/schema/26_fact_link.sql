-- Grain: one link of one source that is held to be a report.
CREATE TABLE fact_link (
    source_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    report_year INTEGER,
    state VARCHAR NOT NULL,
    first_seen_at TIMESTAMP NOT NULL,
    payload_digest VARCHAR,
    listed_on DATE,
    unlisted_since TIMESTAMP
);

COMMENT ON TABLE fact_link IS 'Reports that listings show, read or not';
COMMENT ON COLUMN fact_link.source_id IS 'Source';
COMMENT ON COLUMN fact_link.document_id IS 'Document it leads to, loaded or not';
COMMENT ON COLUMN fact_link.url IS 'Link';
COMMENT ON COLUMN fact_link.title IS 'Title as the listing prints it';
COMMENT ON COLUMN fact_link.report_year IS 'Year its title, or the file name of a document named by its URL, names; NULL where it names none';
COMMENT ON COLUMN fact_link.state IS 'End of its last fetch, or pending';
COMMENT ON COLUMN fact_link.first_seen_at IS 'When a listing first showed it (UTC)';
COMMENT ON COLUMN fact_link.payload_digest IS 'sha256:… of what it last gave, from wherever it led; NULL where it never gave anything';
COMMENT ON COLUMN fact_link.listed_on IS 'Date of its row, of a file that of the page that links it; NULL where it has none [as_printed]';
COMMENT ON COLUMN fact_link.unlisted_since IS 'When the walk began that read its listing to the end and did not find it any more (UTC); NULL where its listing names it, or was not walked to the end since';
