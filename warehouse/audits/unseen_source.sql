-- severity: warning
-- title: A source has no listing that was ever walked to its end, or one that was not: what it lacks cannot be told
-- remedy: Try each listing with "sources test URL": it may be dead, behind a wall, filled by a script or mistyped. A source
--    of documents alone needs a listing before any of its years can be missing
-- Told from the first night on. Once a listing was walked to its end it is failing_source that tells when it fails.
SELECT source_id, listing_url, any_value(ended_as) AS ended_as, any_value(began_at) AS last_tried_at
FROM fact_listing
GROUP BY source_id, listing_url
HAVING NOT bool_or(is_whole)
UNION ALL
SELECT source_id, NULL, 'no_listing', NULL
FROM dim_source ANTI JOIN fact_listing USING (source_id)
ORDER BY source_id, listing_url
