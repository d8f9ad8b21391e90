-- Grain: one warning on one column of one table or mart, or on the whole of it.
CREATE TABLE catalog_usage_warning (
    table_name VARCHAR NOT NULL,
    column_name VARCHAR NOT NULL,
    warning_code VARCHAR NOT NULL
);

COMMENT ON TABLE catalog_usage_warning IS 'Which usage warnings hold where';
COMMENT ON COLUMN catalog_usage_warning.table_name IS 'Table or mart';
COMMENT ON COLUMN catalog_usage_warning.column_name IS 'Column; * where the warning holds for every row of the table or mart';
COMMENT ON COLUMN catalog_usage_warning.warning_code IS 'Warning of usage_warning';
