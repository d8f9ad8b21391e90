-- severity: error
-- fault: program, which numbers the versions
-- title: A document has no current version and none in its place, or two of one year, or a gap in its versions
-- remedy: The numbering of versions is wrong; look at the extracts of the document
SELECT
    document_id,
    count(*) AS version_count,
    max(version) AS last_version,
    count(*) FILTER (is_current) AS current_count
FROM dim_document
GROUP BY document_id
HAVING max(version) <> count(*)
    OR count(*) FILTER (is_current AND same_as IS NOT NULL) > 0
    OR count(*) FILTER (is_current OR same_as IS NOT NULL) = 0
    OR count(*) FILTER (is_current) > count(DISTINCT [report_year]) FILTER (is_current)
    OR count(same_as) FILTER (same_as NOT IN (SELECT document_id FROM dim_document WHERE is_current)) > 0
