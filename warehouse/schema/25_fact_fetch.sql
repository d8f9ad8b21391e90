-- Grain: one request of one night with its retries.
CREATE TABLE fact_fetch (
    night DATE NOT NULL,
    night_started_at TIMESTAMP NOT NULL,
    source_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    http_status INTEGER,
    started_at TIMESTAMP NOT NULL,
    duration_ms BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    reason VARCHAR,
    taken_count INTEGER
);

COMMENT ON TABLE fact_fetch IS 'How every fetch ended';
COMMENT ON COLUMN fact_fetch.night IS 'Night';
COMMENT ON COLUMN fact_fetch.night_started_at IS 'When that night began (UTC); tells two runs of one date apart';
COMMENT ON COLUMN fact_fetch.source_id IS 'Source it was made for';
COMMENT ON COLUMN fact_fetch.url IS 'What was asked for';
COMMENT ON COLUMN fact_fetch.kind IS 'robots (a robots.txt, asked for where the copy at hand is older than a day), listing or document';
COMMENT ON COLUMN fact_fetch.state IS 'fetched (whole; redirects followed, at most five), not_modified, denied, gone, soft_404, blocked, unsafe, too_large, truncated or failed';
COMMENT ON COLUMN fact_fetch.http_status IS 'Status of the last response; NULL where none came';
COMMENT ON COLUMN fact_fetch.started_at IS 'When the first attempt was sent (UTC)';
COMMENT ON COLUMN fact_fetch.duration_ms IS 'Milliseconds until it ended, waiting for retries included';
COMMENT ON COLUMN fact_fetch.bytes IS 'Bytes of the body as received';
COMMENT ON COLUMN fact_fetch.attempts IS 'Requests sent';
COMMENT ON COLUMN fact_fetch.reason IS 'What went wrong; NULL for a success';
COMMENT ON COLUMN fact_fetch.taken_count IS 'Links held to be reports that a listing page gave; NULL for every other request and failure';
