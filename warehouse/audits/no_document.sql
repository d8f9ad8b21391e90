-- severity: error
-- fault: archive, for a release of nothing is none
-- title: The release would hold no document
-- remedy: Nothing is published. See why pages were kept back or not had; name a home with an archive, or mend the sources
WITH last_night AS (
    SELECT kind, state, coalesce(reason, '') AS reason
    FROM fact_fetch
    WHERE night_started_at = (SELECT max(night_started_at) FROM fact_fetch)
)
SELECT what, outcome, reason, row_count
FROM (
    SELECT 'page' AS what, outcome, coalesce(reason, '') AS reason, count(*) AS row_count FROM fact_reading GROUP BY ALL
    UNION ALL
    SELECT kind || ' asked for', state, reason, count(*) FROM last_night GROUP BY ALL
    UNION ALL
    SELECT 'page', 'read', '', 0 WHERE NOT EXISTS (FROM fact_reading)
) AS counted
WHERE NOT EXISTS (FROM dim_document)
ORDER BY row_count DESC, what, outcome, reason
