-- A unit in use that the list does not hold compares with itself alone.
INSERT INTO dim_unit
SELECT unit, 'other', 'unit ' || unit, false
FROM (
    SELECT unit FROM fact_figure
    UNION
    SELECT unit FROM dim_indicator
) AS used
WHERE unit NOT IN (SELECT unit FROM dim_unit);
