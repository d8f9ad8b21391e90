-- Grain: one walk of one listing: the last, and the last whole one where that is another; a listing that was never walked has one row too.
CREATE TABLE fact_listing (
    source_id VARCHAR NOT NULL,
    listing_url VARCHAR NOT NULL,
    is_last BOOLEAN NOT NULL,
    is_whole BOOLEAN NOT NULL,
    ended_as VARCHAR NOT NULL,
    began_at TIMESTAMP,
    ended_at TIMESTAMP,
    began_on DATE,
    page_count INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    dated_row_count INTEGER NOT NULL,
    taken_count INTEGER NOT NULL,
    oldest_date DATE,
    newest_date DATE,
    settings VARCHAR
);

COMMENT ON TABLE fact_listing IS 'How the walks through the listings ended: what can prove that a report is missing, and what cannot';
COMMENT ON COLUMN fact_listing.source_id IS 'Source';
COMMENT ON COLUMN fact_listing.listing_url IS 'First page of the listing, as the source names it';
COMMENT ON COLUMN fact_listing.is_last IS 'True for the last walk of the listing';
COMMENT ON COLUMN fact_listing.is_whole IS 'True where the walk read all that the listing has of what is wanted (complete or since_reached); only such a walk proves absence';
COMMENT ON COLUMN fact_listing.ended_as IS 'How the walk ended, a code of "States and reasons" such as complete, pager_unknown or blocked; not_walked where it was never tried under these settings';
COMMENT ON COLUMN fact_listing.began_at IS 'When its first page was asked for (UTC); of pages out of other crawlers'' files the oldest; NULL where it was never walked';
COMMENT ON COLUMN fact_listing.ended_at IS 'When its last page had come (UTC); NULL where it was never walked';
COMMENT ON COLUMN fact_listing.began_on IS 'Day of began_at in the zone of the nights, held against due dates; NULL where it was never walked';
COMMENT ON COLUMN fact_listing.page_count IS 'Pages read';
COMMENT ON COLUMN fact_listing.row_count IS 'Rows of all pages, wanted or not, each address once';
COMMENT ON COLUMN fact_listing.dated_row_count IS 'Rows with a date';
COMMENT ON COLUMN fact_listing.taken_count IS 'Rows held to be reports';
COMMENT ON COLUMN fact_listing.oldest_date IS 'Date its rows reach back to in their order, newest first or plainly oldest first: the oldest of the longest sequence in order. A row pinned above newer ones, or of a list beside, says nothing of the dates between. NULL where no row has a date';
COMMENT ON COLUMN fact_listing.newest_date IS 'Newest date of a row; NULL where none has one';
COMMENT ON COLUMN fact_listing.settings IS 'Digest over the settings of the source by which the rows were judged (SHA-256, hexadecimal); NULL where it was never walked';
