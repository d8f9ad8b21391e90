-- Grain: one link of one source that is not held to be a report, though by its title it may be one.
CREATE TABLE fact_untaken_link (
    source_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    report_year INTEGER,
    listed_on DATE,
    reason VARCHAR NOT NULL
);

COMMENT ON TABLE fact_untaken_link IS 'Rows of the listings that were not taken and may be reports under another name (warehouse/knowledge/doubtful_titles.yml): while one of the year stands, its report is not missing. Where it is a report, let title: of the source match it';
COMMENT ON COLUMN fact_untaken_link.source_id IS 'Source';
COMMENT ON COLUMN fact_untaken_link.url IS 'Link';
COMMENT ON COLUMN fact_untaken_link.title IS 'Title as the listing prints it; empty where it prints none';
COMMENT ON COLUMN fact_untaken_link.report_year IS 'Year its title names; NULL where it names none';
COMMENT ON COLUMN fact_untaken_link.listed_on IS 'Date of the row; NULL where it has none';
COMMENT ON COLUMN fact_untaken_link.reason IS 'Why it was not taken, as "sources" tells it: title_pattern, personal, other_host …';
