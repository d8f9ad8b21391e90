-- Operational state of a home. Each table's grain stands above it. Instants are UTC.

-- One run of a command that works through the night's steps.
CREATE TABLE IF NOT EXISTS night (
  night_id    VARCHAR(40) PRIMARY KEY,
  command     VARCHAR(20) NOT NULL,
  started_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at    TIMESTAMP WITH TIME ZONE,
  outcome     VARCHAR(20),
  release_id  VARCHAR(80)
);

-- The last robots.txt of one site (scheme, host and port).
CREATE TABLE IF NOT EXISTS robots (
  site          VARCHAR(300) PRIMARY KEY,
  http_status   INTEGER NOT NULL,
  body          CHARACTER LARGE OBJECT NOT NULL,
  fetched_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  etag          VARCHAR(1000),
  last_modified VARCHAR(1000)
);

-- One source of the present night; replaced at its start.
CREATE TABLE IF NOT EXISTS configured_source (
  source_id      VARCHAR(200) PRIMARY KEY,
  reader_version VARCHAR(200) NOT NULL
);

-- One listing of one source of the present night, with a digest over what its rows are judged by; replaced at its start.
CREATE TABLE IF NOT EXISTS configured_listing (
  source_id    VARCHAR(200) NOT NULL,
  listing_hash VARCHAR(64) NOT NULL,
  settings     VARCHAR(64) NOT NULL,
  PRIMARY KEY (source_id, listing_hash)
);

-- One walk through one listing in one night.
CREATE TABLE IF NOT EXISTS listing_walk (
  night_id     VARCHAR(40) NOT NULL,
  source_id    VARCHAR(200) NOT NULL,
  listing_hash VARCHAR(64) NOT NULL,
  listing_url  VARCHAR(4000) NOT NULL,
  settings     VARCHAR(64) NOT NULL,
  began_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  walk_end     VARCHAR(20) NOT NULL,
  is_whole     BOOLEAN NOT NULL,
  page_count   INTEGER NOT NULL,
  row_count    INTEGER NOT NULL,
  dated_count  INTEGER NOT NULL,
  taken_count  INTEGER NOT NULL,
  oldest_date  DATE,
  newest_date  DATE,
  PRIMARY KEY (source_id, listing_hash, night_id)
);

-- One page of a source's listing, with what it needs to be asked for again.
CREATE TABLE IF NOT EXISTS listing_page (
  source_id     VARCHAR(200) NOT NULL,
  request       VARCHAR(8000) NOT NULL,
  request_hash  VARCHAR(64) NOT NULL,
  url           VARCHAR(8000) NOT NULL,
  etag          VARCHAR(1000),
  last_modified VARCHAR(200),
  content       CHARACTER LARGE OBJECT NOT NULL,
  fetched_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (source_id, request_hash)
);

-- One link of one source: the frontier.
CREATE TABLE IF NOT EXISTS link (
  source_id      VARCHAR(200) NOT NULL,
  url            VARCHAR(4000) NOT NULL,
  url_hash       VARCHAR(64) NOT NULL,
  authority      VARCHAR(300) NOT NULL,
  title          VARCHAR(2000) NOT NULL,
  via            VARCHAR(4000) NOT NULL,
  report_year    INTEGER,
  listed_on      DATE,
  is_taken       BOOLEAN NOT NULL,
  reason         VARCHAR(200) NOT NULL,
  first_seen_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  state          VARCHAR(20),
  etag           VARCHAR(1000),
  last_modified  VARCHAR(200),
  payload_digest VARCHAR(80),
  attempted_at   TIMESTAMP WITH TIME ZONE,
  attempted_in   VARCHAR(40),
  due_at         TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (source_id, url_hash)
);
CREATE INDEX IF NOT EXISTS link_url ON link (url_hash);
CREATE INDEX IF NOT EXISTS link_due ON link (authority, is_taken, due_at);

-- One attempt to fetch.
CREATE TABLE IF NOT EXISTS fetch_attempt (
  fetch_id    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  night_id    VARCHAR(40) NOT NULL,
  source_id   VARCHAR(200) NOT NULL,
  url         VARCHAR(4000) NOT NULL,
  kind        VARCHAR(20) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  http_status INTEGER,
  started_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  duration_ms BIGINT NOT NULL,
  bytes       BIGINT NOT NULL,
  attempts    INTEGER NOT NULL,
  reason      VARCHAR(1000) NOT NULL,
  taken_count INTEGER
);
-- For homes from before links were counted.
ALTER TABLE fetch_attempt ADD COLUMN IF NOT EXISTS taken_count INTEGER;

-- One payload harvested from one URL for one source, and where the archive keeps it.
CREATE TABLE IF NOT EXISTS capture (
  url            VARCHAR(4000) NOT NULL,
  url_hash       VARCHAR(64) NOT NULL,
  payload_digest VARCHAR(80) NOT NULL,
  source_id      VARCHAR(200) NOT NULL,
  fetched_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  warc_file      VARCHAR(400) NOT NULL,
  warc_offset    BIGINT NOT NULL,
  extracted_by   VARCHAR(200),
  extracted_in   VARCHAR(40),
  outcome        VARCHAR(20),
  reason         VARCHAR(1000),
  PRIMARY KEY (url_hash, payload_digest, source_id)
);

-- For homes from before readings were compared: first, same or changed, beside the reading before.
ALTER TABLE capture ADD COLUMN IF NOT EXISTS reread VARCHAR(10);

-- One payload, and the first record of the archive that holds it.
CREATE TABLE IF NOT EXISTS payload (
  payload_digest VARCHAR(80) PRIMARY KEY,
  url            VARCHAR(8000) NOT NULL,
  fetched_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  record_id      VARCHAR(200) NOT NULL,
  warc_file      VARCHAR(400) NOT NULL,
  warc_offset    BIGINT NOT NULL
);
