-- Grain: one column of one table or mart of this file.
CREATE TABLE catalog_column (
    table_name VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    column_name VARCHAR NOT NULL,
    data_type VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL,
    unit VARCHAR
);

COMMENT ON TABLE catalog_column IS 'What every column of this file means; the comments of the file without their warnings';
COMMENT ON COLUMN catalog_column.table_name IS 'Table or mart';
COMMENT ON COLUMN catalog_column.ordinal IS 'Place of the column, from 1';
COMMENT ON COLUMN catalog_column.column_name IS 'Column';
COMMENT ON COLUMN catalog_column.data_type IS 'Type in DuckDB';
COMMENT ON COLUMN catalog_column.meaning IS 'What it means';
COMMENT ON COLUMN catalog_column.unit IS 'Unit of its values; column:NAME where it stands in another column of the row; NULL where it has none';
