-- Grain: one indicator of the dictionary.
CREATE TABLE dim_indicator (
    indicator_code VARCHAR NOT NULL,
    domain VARCHAR NOT NULL,
    indicator_name VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    is_additive BOOLEAN NOT NULL,
    task VARCHAR,
    indicator_name_en VARCHAR NOT NULL,
    definition_en VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    measure_type VARCHAR NOT NULL,
    valid_from_year INTEGER,
    series_break_basis VARCHAR
);

COMMENT ON TABLE dim_indicator IS 'What is measured; the dictionary of warehouse/indicators without its matching rules';
COMMENT ON COLUMN dim_indicator.indicator_code IS 'Code, such as reconsideration.accepted; never changes its meaning';
COMMENT ON COLUMN dim_indicator.domain IS 'Part of the work of government it belongs to';
COMMENT ON COLUMN dim_indicator.indicator_name IS 'Name in Chinese';
COMMENT ON COLUMN dim_indicator.definition IS 'What it counts, in Chinese';
COMMENT ON COLUMN dim_indicator.unit IS 'Canonical unit of its values [unit_differs]';
COMMENT ON COLUMN dim_indicator.kind IS 'count, rate or amount';
COMMENT ON COLUMN dim_indicator.is_additive IS 'True where values of several regions may be summed';
COMMENT ON COLUMN dim_indicator.task IS 'Task of the 2021–2025 outline (法治政府建设实施纲要) it speaks of';
COMMENT ON COLUMN dim_indicator.indicator_name_en IS 'Name in English';
COMMENT ON COLUMN dim_indicator.definition_en IS 'What it counts, in English';
COMMENT ON COLUMN dim_indicator.direction IS 'higher_is_better, lower_is_better or neutral: how a higher value is commonly judged, not a verdict [inferred]';
COMMENT ON COLUMN dim_indicator.measure_type IS 'stock (a state at the end of the period) or flow (what happened in it)';
COMMENT ON COLUMN dim_indicator.valid_from_year IS 'First report year of the present series; NULL where no law broke it [unit=year, series_break]';
COMMENT ON COLUMN dim_indicator.series_break_basis IS 'Law that broke the series, and since when; NULL where none did [series_break]';
