-- Grain: one administrative region under one code and one name, for the years they were valid.
CREATE TABLE dim_region (
    region_key VARCHAR NOT NULL,
    region_code VARCHAR NOT NULL,
    region_name VARCHAR NOT NULL,
    region_level VARCHAR NOT NULL,
    parent_code VARCHAR,
    province_code VARCHAR NOT NULL,
    province_name VARCHAR NOT NULL,
    prefecture_name VARCHAR,
    valid_from_year INTEGER NOT NULL,
    valid_to_year INTEGER,
    successor_codes VARCHAR[] NOT NULL,
    split_codes VARCHAR[] NOT NULL,
    current_code VARCHAR,
    is_fictional BOOLEAN NOT NULL,
    is_listed BOOLEAN NOT NULL,
    prefecture_code VARCHAR
);

COMMENT ON TABLE dim_region IS 'Regions of China after GB/T 2260 from 1981 on, and the fictional regions of the sample';
COMMENT ON COLUMN dim_region.region_key IS 'Surrogate key: code and first year';
COMMENT ON COLUMN dim_region.region_code IS 'GB/T 2260 code of six digits; 99xxxx is fictional';
COMMENT ON COLUMN dim_region.region_name IS 'Name in those years';
COMMENT ON COLUMN dim_region.region_level IS 'province, prefecture or county';
COMMENT ON COLUMN dim_region.parent_code IS 'Code of the region it lies in; NULL for a province';
COMMENT ON COLUMN dim_region.province_code IS 'Code of its province';
COMMENT ON COLUMN dim_region.province_name IS 'Name of its province';
COMMENT ON COLUMN dim_region.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN dim_region.valid_from_year IS 'First year of validity';
COMMENT ON COLUMN dim_region.valid_to_year IS 'First year in which code or name was no longer valid; NULL while they are';
COMMENT ON COLUMN dim_region.successor_codes IS 'Codes that took over its territory at the end; empty while it stands';
COMMENT ON COLUMN dim_region.split_codes IS 'Codes that took over a part of its territory while it stood on';
COMMENT ON COLUMN dim_region.current_code IS 'Code valid today of the region that followed it, where it is one region; else NULL';
COMMENT ON COLUMN dim_region.is_fictional IS 'True for the regions of the sample, which exist nowhere';
COMMENT ON COLUMN dim_region.is_listed IS 'False for a code that some source or report uses but no table of regions holds';
COMMENT ON COLUMN dim_region.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
