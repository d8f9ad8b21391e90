-- Operational state of a home. Each table's grain stands above it. Instants are text by ISO 8601, UTC to the microsecond; dates
-- are YYYY-MM-DD. What is bounded says so by a CHECK, since SQLite holds no column to its length.

-- One run of a command that works through the night's steps.
CREATE TABLE IF NOT EXISTS night (
  night_id    TEXT PRIMARY KEY CHECK (length(night_id) <= 40),
  command     TEXT NOT NULL CHECK (length(command) <= 20),
  started_at  TEXT NOT NULL,
  ended_at    TEXT,
  outcome     TEXT CHECK (length(outcome) <= 20),
  release_id  TEXT CHECK (length(release_id) <= 80)
);

-- The last robots.txt of one site (scheme, host and port).
CREATE TABLE IF NOT EXISTS robots (
  site          TEXT PRIMARY KEY CHECK (length(site) <= 300),
  http_status   INTEGER NOT NULL,
  body          TEXT NOT NULL,
  fetched_at    TEXT NOT NULL,
  etag          TEXT CHECK (length(etag) <= 1000),
  last_modified TEXT CHECK (length(last_modified) <= 1000)
);

-- One source of the present night; replaced at its start.
CREATE TABLE IF NOT EXISTS configured_source (
  source_id      TEXT PRIMARY KEY CHECK (length(source_id) <= 200),
  reader_version TEXT NOT NULL CHECK (length(reader_version) <= 200)
);

-- One listing of one source of the present night, with a digest over what its rows are judged by; replaced at its start.
CREATE TABLE IF NOT EXISTS configured_listing (
  source_id    TEXT NOT NULL CHECK (length(source_id) <= 200),
  listing_hash TEXT NOT NULL CHECK (length(listing_hash) <= 64),
  settings     TEXT NOT NULL CHECK (length(settings) <= 64),
  PRIMARY KEY (source_id, listing_hash)
);

-- One walk through one listing in one night.
CREATE TABLE IF NOT EXISTS listing_walk (
  night_id     TEXT NOT NULL CHECK (length(night_id) <= 40),
  source_id    TEXT NOT NULL CHECK (length(source_id) <= 200),
  listing_hash TEXT NOT NULL CHECK (length(listing_hash) <= 64),
  listing_url  TEXT NOT NULL CHECK (length(listing_url) <= 4000),
  settings     TEXT NOT NULL CHECK (length(settings) <= 64),
  began_at     TEXT NOT NULL,
  ended_at     TEXT NOT NULL,
  walk_end     TEXT NOT NULL CHECK (length(walk_end) <= 20),
  is_whole     BOOLEAN NOT NULL,
  page_count   INTEGER NOT NULL,
  row_count    INTEGER NOT NULL,
  dated_count  INTEGER NOT NULL,
  taken_count  INTEGER NOT NULL,
  oldest_date  TEXT,
  newest_date  TEXT,
  PRIMARY KEY (source_id, listing_hash, night_id)
);

-- One page of a source's listing, with what it needs to be asked for again.
CREATE TABLE IF NOT EXISTS listing_page (
  source_id     TEXT NOT NULL CHECK (length(source_id) <= 200),
  request       TEXT NOT NULL CHECK (length(request) <= 8000),
  request_hash  TEXT NOT NULL CHECK (length(request_hash) <= 64),
  url           TEXT NOT NULL CHECK (length(url) <= 8000),
  etag          TEXT CHECK (length(etag) <= 1000),
  last_modified TEXT CHECK (length(last_modified) <= 200),
  content       TEXT NOT NULL,
  fetched_at    TEXT NOT NULL,
  PRIMARY KEY (source_id, request_hash)
);

-- One link of one source: the frontier.
CREATE TABLE IF NOT EXISTS link (
  source_id      TEXT NOT NULL CHECK (length(source_id) <= 200),
  url            TEXT NOT NULL CHECK (length(url) <= 4000),
  url_hash       TEXT NOT NULL CHECK (length(url_hash) <= 64),
  authority      TEXT NOT NULL CHECK (length(authority) <= 300),
  title          TEXT NOT NULL CHECK (length(title) <= 2000),
  via            TEXT NOT NULL CHECK (length(via) <= 4000),
  report_year    INTEGER,
  listed_on      TEXT,
  is_taken       BOOLEAN NOT NULL,
  reason         TEXT NOT NULL CHECK (length(reason) <= 200),
  first_seen_at  TEXT NOT NULL,
  state          TEXT CHECK (length(state) <= 20),
  etag           TEXT CHECK (length(etag) <= 1000),
  last_modified  TEXT CHECK (length(last_modified) <= 200),
  payload_digest TEXT CHECK (length(payload_digest) <= 80),
  attempted_at   TEXT,
  attempted_in   TEXT CHECK (length(attempted_in) <= 40),
  due_at         TEXT NOT NULL,
  PRIMARY KEY (source_id, url_hash)
);
CREATE INDEX IF NOT EXISTS link_url ON link (url_hash);
CREATE INDEX IF NOT EXISTS link_due ON link (authority, is_taken, due_at);

-- One attempt to fetch.
CREATE TABLE IF NOT EXISTS fetch_attempt (
  night_id    TEXT NOT NULL CHECK (length(night_id) <= 40),
  source_id   TEXT NOT NULL CHECK (length(source_id) <= 200),
  url         TEXT NOT NULL CHECK (length(url) <= 4000),
  kind        TEXT NOT NULL CHECK (length(kind) <= 20),
  state       TEXT NOT NULL CHECK (length(state) <= 20),
  http_status INTEGER,
  started_at  TEXT NOT NULL,
  duration_ms BIGINT NOT NULL,
  bytes       BIGINT NOT NULL,
  attempts    INTEGER NOT NULL,
  reason      TEXT NOT NULL CHECK (length(reason) <= 1000),
  taken_count INTEGER
);
CREATE INDEX IF NOT EXISTS fetch_attempt_night ON fetch_attempt (night_id, source_id);
CREATE INDEX IF NOT EXISTS fetch_attempt_gone ON fetch_attempt (source_id, url) WHERE state IN ('gone', 'soft_404');

-- One payload harvested from one URL for one source, and where the archive keeps it.
CREATE TABLE IF NOT EXISTS capture (
  url            TEXT NOT NULL CHECK (length(url) <= 4000),
  url_hash       TEXT NOT NULL CHECK (length(url_hash) <= 64),
  payload_digest TEXT NOT NULL CHECK (length(payload_digest) <= 80),
  source_id      TEXT NOT NULL CHECK (length(source_id) <= 200),
  fetched_at     TEXT NOT NULL,
  warc_file      TEXT NOT NULL CHECK (length(warc_file) <= 400),
  warc_offset    BIGINT NOT NULL,
  extracted_by   TEXT CHECK (length(extracted_by) <= 200),
  extracted_in   TEXT CHECK (length(extracted_in) <= 40),
  outcome        TEXT CHECK (length(outcome) <= 20),
  reason         TEXT CHECK (length(reason) <= 1000),
  -- first, same or changed, beside the reading before
  reread         TEXT CHECK (length(reread) <= 10),
  PRIMARY KEY (url_hash, payload_digest, source_id)
);

-- One payload that one address gave for one source, from where it led, and when it did last. What is older than this table is
-- known by its capture alone.
CREATE TABLE IF NOT EXISTS answer (
  source_id      TEXT NOT NULL CHECK (length(source_id) <= 200),
  asked          TEXT NOT NULL CHECK (length(asked) <= 4000),
  asked_hash     TEXT NOT NULL CHECK (length(asked_hash) <= 64),
  url            TEXT NOT NULL CHECK (length(url) <= 4000),
  url_hash       TEXT NOT NULL CHECK (length(url_hash) <= 64),
  payload_digest TEXT NOT NULL CHECK (length(payload_digest) <= 80),
  last_at        TEXT NOT NULL,
  PRIMARY KEY (source_id, asked_hash, url_hash, payload_digest)
);

-- One link that a walk of its listing to the end no longer named, and when that walk began.
CREATE TABLE IF NOT EXISTS unlisted (
  source_id TEXT NOT NULL CHECK (length(source_id) <= 200),
  url_hash  TEXT NOT NULL CHECK (length(url_hash) <= 64),
  since     TEXT NOT NULL,
  PRIMARY KEY (source_id, url_hash)
);

-- One payload, and the first record of the archive that holds it.
CREATE TABLE IF NOT EXISTS payload (
  payload_digest TEXT PRIMARY KEY CHECK (length(payload_digest) <= 80),
  url            TEXT NOT NULL CHECK (length(url) <= 8000),
  fetched_at     TEXT NOT NULL,
  record_id      TEXT NOT NULL CHECK (length(record_id) <= 200),
  warc_file      TEXT NOT NULL CHECK (length(warc_file) <= 400),
  warc_offset    BIGINT NOT NULL
);
