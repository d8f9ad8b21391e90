-- severity: warning
-- fault: site, whose listing names less
-- title: The listings of a source name fewer than half of the reports they named on the nights before
-- remedy: Open the listing; it may have moved, changed its form or lost its later pages
-- Held against the median of the last seven nights before on which it was read, so that one odd night neither makes the
-- finding nor hides it. Below four reports a single one taken off would be a finding.
WITH counted AS (
    SELECT source_id, night_started_at, sum(taken_count) AS taken_count
    FROM fact_fetch
    WHERE kind = 'listing' AND taken_count IS NOT NULL
    GROUP BY source_id, night_started_at
),
placed AS (
    SELECT *, row_number() OVER (PARTITION BY source_id ORDER BY night_started_at DESC) AS place
    FROM counted
)
SELECT
    source_id,
    any_value(taken_count) FILTER (place = 1) AS taken_count,
    median(taken_count) FILTER (place BETWEEN 2 AND 8) AS median_before
FROM placed
GROUP BY source_id
HAVING median_before >= 4 AND taken_count * 2 < median_before
ORDER BY source_id
