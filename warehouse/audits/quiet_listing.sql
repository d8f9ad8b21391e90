-- severity: warning
-- fault: site, which keeps its reports elsewhere now
-- title: Reports are called missing on the word of listings without a row since the year reported on ended
-- remedy: Open the listing; where it is no longer kept, give the source the one that took its place. Until then call these
--    years "not in the listing", not "not published"
-- Held against the newest row of all listings of the source that were walked to their end: one that is still kept speaks for
-- the source.
WITH kept AS (
    SELECT source_id, max(newest_date) AS newest_date
    FROM fact_listing
    WHERE is_whole
    GROUP BY source_id
)
SELECT source_id, listing_url, newest_date, list(report_year ORDER BY report_year) AS missing_years
FROM fact_coverage
JOIN kept USING (source_id)
WHERE state = 'missing' AND year(newest_date) <= report_year
GROUP BY source_id, listing_url, newest_date
ORDER BY source_id, listing_url
