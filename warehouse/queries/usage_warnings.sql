-- question: What do I have to know before I use a column?
-- note: A warning on * holds for every row of the mart
-- part_year: speaks of columns, not of values; those that may hold part-year values carry the warning part_year
SELECT noted.table_name, noted.column_name, noted.warning_code, warning.meaning, warning.remedy
FROM catalog_usage_warning AS noted
JOIN usage_warning AS warning USING (warning_code)
ORDER BY noted.table_name, noted.column_name, noted.warning_code;
