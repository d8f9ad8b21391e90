-- Grain: one kind of thing that this release was loaded from.
CREATE TABLE load_count (
    thing VARCHAR NOT NULL,
    read_count BIGINT NOT NULL,
    loaded_count BIGINT NOT NULL,
    quarantined_count BIGINT NOT NULL,
    ignored_count BIGINT NOT NULL
);

COMMENT ON TABLE load_count IS 'The sum of the night: read_count = loaded_count + quarantined_count + ignored_count';
COMMENT ON COLUMN load_count.thing IS 'capture (a payload that is archived of a source that is listed), extract (what was read from one) or figure';
COMMENT ON COLUMN load_count.read_count IS 'Read, counted while reading';
COMMENT ON COLUMN load_count.loaded_count IS 'Loaded';
COMMENT ON COLUMN load_count.quarantined_count IS 'Quarantined';
COMMENT ON COLUMN load_count.ignored_count IS 'Ignored with a reason';
