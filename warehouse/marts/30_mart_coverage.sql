-- Grain: one source and report year from the source's first wanted year to the year before the night.
CREATE VIEW mart_coverage AS
SELECT
    coverage.region_code,
    coverage.issuer_kind,
    coverage.report_year,
    coverage.state,
    coverage.due_date,
    coverage.first_seen_at,
    coverage.url,
    coverage.source_id,
    coverage.publisher,
    region.region_name,
    region.province_name,
    coverage.published_date,
    coverage.document_id,
    coverage.public_due_date,
    coverage.due_basis,
    coverage.issuer_key,
    body.issuer_name,
    body.issuer_function,
    coverage.listing_url,
    coverage.listing_walked_at,
    coverage.listing_row_count,
    coverage.listing_oldest_date,
    coverage.listing_newest_date,
    coverage.unseen_reason,
    coverage.last_tried_at,
    coverage.unread_reason,
    region.province_code,
    region.prefecture_code,
    region.prefecture_name,
    coverage.untaken_title,
    coverage.untaken_url,
    coverage.withdrawn_on
FROM fact_coverage AS coverage
LEFT JOIN dim_region AS region USING (region_key)
JOIN dim_issuer AS body ON body.issuer_key = coverage.issuer_key;

COMMENT ON VIEW mart_coverage IS 'Reports that should exist against those that do; absence is a row, and so is what was not seen [release_relative]';
COMMENT ON COLUMN mart_coverage.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_coverage.issuer_kind IS 'Kind of issuer';
COMMENT ON COLUMN mart_coverage.report_year IS 'Year reported on [unit=year]';
COMMENT ON COLUMN mart_coverage.state IS 'published, late (after public_due_date by the earliest date that its pages or their rows in the listings give, of which one says more than when it was last changed, and not seen before that day), missing (every listing of the source was walked to its end after public_due_date and does not have it), unseen (some listing was not: see unseen_reason; says nothing on whether it was published), unread (known by its URL and not read, or its page stands and its file is gone: see unread_reason), blocked (a wall or robots.txt stood before it: see unread_reason), gone (its address answers that it is gone, or with an error page: see unread_reason; also of a report that was read and that its site has withdrawn since: see withdrawn_on) or not_due [release_relative, quiet_listing]';
COMMENT ON COLUMN mart_coverage.due_date IS 'Day by which it is to be reported to the superiors; NULL where no rule is known. What is late is told by public_due_date';
COMMENT ON COLUMN mart_coverage.first_seen_at IS 'When a listing first showed it, or else when it was first fetched (UTC) [release_relative]';
COMMENT ON COLUMN mart_coverage.url IS 'Where it is, or was; NULL where that is not known [as_printed]';
COMMENT ON COLUMN mart_coverage.source_id IS 'Source';
COMMENT ON COLUMN mart_coverage.publisher IS 'Body that owes the report';
COMMENT ON COLUMN mart_coverage.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_coverage.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_coverage.published_date IS 'Earliest date that its pages or their rows in the listings give; NULL where they give none [as_printed]';
COMMENT ON COLUMN mart_coverage.document_id IS 'Document that was read; NULL where none was';
COMMENT ON COLUMN mart_coverage.public_due_date IS 'Day by which it is to be published; a month after due_date for a bureau';
COMMENT ON COLUMN mart_coverage.due_basis IS 'Number of the regulation that names these days';
COMMENT ON COLUMN mart_coverage.issuer_key IS 'Body that owes the report, the same in every release';
COMMENT ON COLUMN mart_coverage.issuer_name IS 'Its name in full, whatever the source calls it';
COMMENT ON COLUMN mart_coverage.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_coverage.listing_url IS 'Listing that missing or unseen rests on; of several the one that was not walked to its end since, else the one walked longest ago';
COMMENT ON COLUMN mart_coverage.listing_walked_at IS 'When that listing was walked to its end, for missing (UTC); the same walk may have been repeated since [release_relative]';
COMMENT ON COLUMN mart_coverage.listing_row_count IS 'Rows of that walk, reports or not, for missing [unit=rows, release_relative]';
COMMENT ON COLUMN mart_coverage.listing_oldest_date IS 'Date its rows reach back to in their order, a pinned row left out, for missing; never after due_date [as_printed]';
COMMENT ON COLUMN mart_coverage.listing_newest_date IS 'Newest date of its rows, for missing; where it is of the year reported on or before, the listing may no longer be kept [as_printed, quiet_listing]';
COMMENT ON COLUMN mart_coverage.unseen_reason IS 'Why unseen: no_listing (the source names documents only), not_walked, before_due_date (walked to its end, but not since), begins_later (its rows, those left out that stand out of their order, do not reach back to due_date), year_unknown (a document of the source is not read and may be this one), body_unknown (a report of the source on the year is of a body that cannot be told, see unplaced_document, or its title says that it is on the place and its text speaks as a bureau of it, or it is the only one of a bureau, signed with another name than the source gives that), issuer_elsewhere (the report that a row leads to for the year is of a body of another place, which the row does not name), row_not_taken (a listing shows a row that was not taken and may be the report under another name: see untaken_title), or how the last walk ended, as in fact_listing.ended_as of the DuckDB file (complete, pager_unknown, blocked …)';
COMMENT ON COLUMN mart_coverage.last_tried_at IS 'When the listing was last tried, for unseen (UTC); NULL where it never was [release_relative]';
COMMENT ON COLUMN mart_coverage.unread_reason IS 'Why unread, blocked or gone: the reason of its quarantine, or the state of its last fetch, or withdrawn for a report that was read; for unseen, why a document of the source is not read whose year nothing tells';
COMMENT ON COLUMN mart_coverage.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_coverage.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_coverage.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_coverage.untaken_title IS 'For unseen: title of a row that was not taken and may be this report under another name, as in fact_untaken_link of the DuckDB file; NULL where there is none [as_printed]';
COMMENT ON COLUMN mart_coverage.untaken_url IS 'Where that row leads [as_printed]';
COMMENT ON COLUMN mart_coverage.withdrawn_on IS 'For gone, of a report that was read: the night since which the site says so, of several of its pages the last; NULL for all else [release_relative]';
