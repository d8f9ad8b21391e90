-- Grain: one count of the release before; no row where there is none, or none that can be compared with.
-- For the audits that hold this release against it.
CREATE TABLE before_count (
    subject VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    row_count BIGINT NOT NULL,
    lost_count BIGINT
);

COMMENT ON TABLE before_count IS 'How much the release before held, and how many of its documents are not in this one';
COMMENT ON COLUMN before_count.subject IS 'mart (rows of a mart), source (current documents of a source) or figure (figures of the current documents)';
COMMENT ON COLUMN before_count.name IS 'Name of the mart, id of the source, or current';
COMMENT ON COLUMN before_count.row_count IS 'How many the release before held';
COMMENT ON COLUMN before_count.lost_count IS 'Of these, documents that this release does not hold under any source; NULL for marts and figures';
