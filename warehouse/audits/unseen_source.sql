-- severity: warning
-- fault: site, or jobs, where the address is written
-- title: A source has no listing that was ever walked to its end, or one that was not, or none of its years was seen in those
--    that were: what it lacks cannot be told
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
UNION ALL
-- Walked to its end and yet silent on every year, for it begins later, as the page of other news that a slip in the address leads to.
SELECT source_id, listing_url, unseen_reason, last_tried_at
FROM fact_coverage
WHERE state = 'unseen'
    AND unseen_reason = 'begins_later'
    AND source_id NOT IN (SELECT source_id FROM fact_coverage WHERE state NOT IN ('unseen', 'not_due'))
    AND (source_id, listing_url) IN (SELECT (source_id, listing_url) FROM fact_listing WHERE is_whole)
GROUP BY ALL
ORDER BY source_id, listing_url
