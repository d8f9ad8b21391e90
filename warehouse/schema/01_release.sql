-- Grain: the release this file holds; one row, written last, so that a file without it is no release.
CREATE TABLE release (
    release_id VARCHAR NOT NULL,
    night DATE NOT NULL,
    night_started_at TIMESTAMP NOT NULL,
    content_hash VARCHAR NOT NULL,
    inputs_fingerprint VARCHAR NOT NULL,
    code_version VARCHAR NOT NULL,
    schema_version VARCHAR NOT NULL,
    dictionary_version VARCHAR NOT NULL,
    format_version INTEGER NOT NULL
);

COMMENT ON TABLE release IS 'Which release this is and what made it';
COMMENT ON COLUMN release.release_id IS 'Day of the night in the zone of nightly.yml, and the first eight digits of the content hash';
COMMENT ON COLUMN release.night IS 'Night the release was made for, its day in the zone of nightly.yml; decides which reports were due';
COMMENT ON COLUMN release.night_started_at IS 'When that night began (UTC)';
COMMENT ON COLUMN release.content_hash IS 'SHA-256 over the rows of the marts, without times of fetching and without mart_change';
COMMENT ON COLUMN release.inputs_fingerprint IS 'SHA-256 over all it was built from';
COMMENT ON COLUMN release.code_version IS 'Version of the program';
COMMENT ON COLUMN release.schema_version IS 'Digest over the SQL files that made the tables';
COMMENT ON COLUMN release.dictionary_version IS 'Digest over the indicator dictionary';
COMMENT ON COLUMN release.format_version IS 'Version of the home''s layout; a program refuses a home of a later one than its own';
