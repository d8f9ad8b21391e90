-- severity: warning
-- fault: site, which does not answer
-- title: Every request to a source failed on its last night, though one of a night before did not
-- remedy: Open the site; it may have moved, or put up a wall. Its reports of the nights before stay
WITH counted AS (
    SELECT
        source_id,
        kind,
        night_started_at,
        count(*) AS request_count,
        count(*) FILTER (state IN ('fetched', 'not_modified')) AS had_count,
        list_sort(list(DISTINCT state)) AS states
    FROM fact_fetch
    WHERE kind IN ('listing', 'document')
    GROUP BY source_id, kind, night_started_at
)
SELECT
    source_id,
    kind,
    arg_max(request_count, night_started_at) AS request_count,
    arg_max(states, night_started_at) AS states,
    max(night_started_at) FILTER (had_count > 0) AS last_had_night
FROM counted
GROUP BY source_id, kind
HAVING arg_max(had_count, night_started_at) = 0 AND max(had_count) > 0
ORDER BY source_id, kind
