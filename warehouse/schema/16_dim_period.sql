-- Grain: one stretch of time that figures speak of.
CREATE TABLE dim_period (
    period_code VARCHAR NOT NULL,
    report_year INTEGER NOT NULL,
    as_of VARCHAR,
    start_date DATE NOT NULL,
    end_date DATE NOT NULL,
    is_whole_year BOOLEAN NOT NULL
);

COMMENT ON TABLE dim_period IS 'Report years, and the parts of them that figures run to';
COMMENT ON COLUMN dim_period.period_code IS 'YYYY for a whole year, YYYY/YYYY-MM for its months up to that one';
COMMENT ON COLUMN dim_period.report_year IS 'Report year';
COMMENT ON COLUMN dim_period.as_of IS 'Last month (YYYY-MM); NULL for a whole year';
COMMENT ON COLUMN dim_period.start_date IS 'First day';
COMMENT ON COLUMN dim_period.end_date IS 'Last day';
COMMENT ON COLUMN dim_period.is_whole_year IS 'True for January to December';
