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
    issuer_key VARCHAR NOT NULL,
    listing_url VARCHAR,
    listing_walked_at TIMESTAMP,
    listing_row_count INTEGER,
    listing_oldest_date DATE,
    listing_newest_date DATE,
    unseen_reason VARCHAR,
    last_tried_at TIMESTAMP,
    unread_reason VARCHAR,
    untaken_title VARCHAR,
    untaken_url VARCHAR,
    region_key VARCHAR,
    withdrawn_on DATE
);

COMMENT ON TABLE fact_coverage IS 'Reports that should exist against those that do [release_relative]';
COMMENT ON COLUMN fact_coverage.source_id IS 'Source';
COMMENT ON COLUMN fact_coverage.publisher IS 'Body that owes the report';
COMMENT ON COLUMN fact_coverage.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN fact_coverage.issuer_kind IS 'Kind of issuer';
COMMENT ON COLUMN fact_coverage.report_year IS 'Year reported on [unit=year]';
COMMENT ON COLUMN fact_coverage.state IS 'published, late (after public_due_date by the earliest date that its pages or their rows in the listings give, of which one says more than when it was last changed, and not seen before that day), missing (every listing of the source was walked to its end after public_due_date and does not have it), unseen (some listing was not: see unseen_reason; says nothing on whether it was published), unread (known by its URL and not read, or its page stands and its file is gone: see unread_reason), blocked (a wall or robots.txt stood before it: see unread_reason), gone (its address answers that it is gone, or with an error page: see unread_reason; also of a report that was read and that its site has withdrawn since: see withdrawn_on) or not_due [release_relative, quiet_listing]';
COMMENT ON COLUMN fact_coverage.due_date IS 'Day by which it is to be reported to the superiors; NULL where no rule is known. What is late is told by public_due_date';
COMMENT ON COLUMN fact_coverage.published_date IS 'Earliest date that its pages or their rows in the listings give; NULL where they give none [as_printed]';
COMMENT ON COLUMN fact_coverage.first_seen_at IS 'When a listing first showed it, or else when it was first fetched (UTC) [release_relative]';
COMMENT ON COLUMN fact_coverage.url IS 'Where it is, or was; NULL where that is not known [as_printed]';
COMMENT ON COLUMN fact_coverage.document_id IS 'Document that was read; NULL where none was';
COMMENT ON COLUMN fact_coverage.public_due_date IS 'Day by which it is to be published; a month after due_date for a bureau';
COMMENT ON COLUMN fact_coverage.due_basis IS 'Number of the regulation that names these days';
COMMENT ON COLUMN fact_coverage.issuer_key IS 'Body that the publisher names';
COMMENT ON COLUMN fact_coverage.listing_url IS 'Listing that missing or unseen rests on; of several the one that was not walked to its end since, else the one walked longest ago';
COMMENT ON COLUMN fact_coverage.listing_walked_at IS 'When that listing was walked to its end, for missing (UTC); the same walk may have been repeated since [release_relative]';
COMMENT ON COLUMN fact_coverage.listing_row_count IS 'Rows of that walk, reports or not, for missing [unit=rows, release_relative]';
COMMENT ON COLUMN fact_coverage.listing_oldest_date IS 'Date its rows reach back to in their order, a pinned row left out, for missing; never after due_date [as_printed]';
COMMENT ON COLUMN fact_coverage.listing_newest_date IS 'Newest date of its rows, for missing; where it is of the year reported on or before, the listing may no longer be kept [as_printed, quiet_listing]';
COMMENT ON COLUMN fact_coverage.unseen_reason IS 'Why unseen: no_listing (the source names documents only), not_walked, before_due_date (walked to its end, but not since), begins_later (its rows, those left out that stand out of their order, do not reach back to due_date), year_unknown (a document of the source is not read and may be this one), body_unknown (a report of the source on the year is of a body that cannot be told, see unplaced_document, or its title says that it is on the place and its text speaks as a bureau of it, or it is the only one of a bureau, signed with another name than the source gives that), issuer_elsewhere (the report that a row leads to for the year is of a body of another place, which the row does not name), row_not_taken (a listing shows a row that was not taken and may be the report under another name: see untaken_title), or how the last walk ended, as in fact_listing.ended_as';
COMMENT ON COLUMN fact_coverage.last_tried_at IS 'When the listing was last tried, for unseen (UTC); NULL where it never was [release_relative]';
COMMENT ON COLUMN fact_coverage.unread_reason IS 'Why unread, blocked or gone: the reason of its quarantine, or the state of its last fetch, or withdrawn for a report that was read; for unseen, why a document of the source is not read whose year nothing tells';
COMMENT ON COLUMN fact_coverage.untaken_title IS 'For unseen: title of a row that was not taken and may be this report under another name, as in fact_untaken_link; NULL where there is none [as_printed]';
COMMENT ON COLUMN fact_coverage.untaken_url IS 'Where that row leads [as_printed]';
COMMENT ON COLUMN fact_coverage.region_key IS 'Row of dim_region valid in the report year; NULL where no table has the code';
COMMENT ON COLUMN fact_coverage.withdrawn_on IS 'For gone, of a report that was read: the night since which the site says so, of several of its pages the last; NULL for all else [release_relative]';
