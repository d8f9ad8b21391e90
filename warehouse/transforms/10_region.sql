-- Completes dim_region: parents, the code valid today, and a row for every code in use that no table lists.
INSERT INTO dim_region
SELECT
    region_code || '-0',
    region_code,
    region_code,
    CASE
        WHEN region_code LIKE '__0000' THEN 'province'
        WHEN region_code LIKE '____00' THEN 'prefecture'
        ELSE 'county'
    END,
    NULL,
    left(region_code, 2) || '0000',
    coalesce(
        (SELECT arg_max(region_name, valid_from_year) FROM dim_region WHERE region_code = left(used.region_code, 2) || '0000'),
        left(region_code, 2) || '0000'
    ),
    NULL,
    0,
    NULL,
    [],
    [],
    region_code,
    region_code LIKE '99%',
    false,
    NULL
FROM (
    SELECT region_code FROM dim_source
    UNION
    SELECT region_code FROM dim_document
) AS used
WHERE region_code NOT IN (SELECT region_code FROM dim_region);

-- The prefecture's code holds the county's first four digits, except in counties governed by the province itself.
UPDATE dim_region
SET parent_code = CASE
    WHEN region_level = 'province' THEN NULL
    WHEN region_level = 'county' AND prefecture_name IS NOT NULL
        AND left(region_code, 4) || '00' IN (SELECT region_code FROM dim_region WHERE region_level = 'prefecture')
        THEN left(region_code, 4) || '00'
    ELSE province_code
END;

UPDATE dim_region
SET
    prefecture_code = CASE WHEN region_level = 'prefecture' THEN region_code ELSE parent_code END,
    prefecture_name = CASE WHEN region_level = 'prefecture' THEN region_name ELSE prefecture_name END
WHERE region_level = 'prefecture' OR parent_code <> province_code;

-- Follows the successors to a code that is valid today; a region that was divided among several has none.
CREATE TEMP TABLE region_path AS
WITH RECURSIVE path AS (
    SELECT region_key, region_code AS code, valid_to_year AS year, 0 AS depth
    FROM dim_region
    UNION ALL
    SELECT path.region_key, later.region_code, later.valid_to_year, path.depth + 1
    FROM path
    JOIN dim_region AS earlier ON earlier.region_code = path.code AND earlier.valid_to_year = path.year
    JOIN dim_region AS later
        ON later.region_code = earlier.successor_codes[1]
        AND later.valid_from_year <= earlier.valid_to_year
        AND (later.valid_to_year IS NULL OR later.valid_to_year > earlier.valid_to_year)
    WHERE len(earlier.successor_codes) = 1 AND path.depth < 10
)
SELECT region_key, min(code) AS current_code
FROM path
WHERE year IS NULL
GROUP BY region_key;

UPDATE dim_region
SET current_code = region_path.current_code
FROM region_path
WHERE dim_region.region_key = region_path.region_key;

DROP TABLE region_path;
