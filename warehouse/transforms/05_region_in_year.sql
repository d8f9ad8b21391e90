-- Which row of dim_region a code means in a report year: the one valid then; where none is, or the year is not known, the one
-- nearest to today. NULL where no row has the code. Temporary: what it gives stands in columns, so that a release needs no
-- macro to be read. The command diff runs this file too. Columns handed to it are named with their table.
CREATE TEMP MACRO region_in(code, report_year) AS (
    SELECT arg_max(
        known.region_key,
        (
            known.valid_from_year <= report_year AND coalesce(report_year < known.valid_to_year, true),
            known.valid_from_year
        )
    )
    FROM dim_region AS known
    WHERE known.region_code = code
);
