-- severity: error
-- fault: program, which numbers the versions
-- title: A document has no current version, or more than one, or a gap in its versions
-- remedy: The numbering of versions is wrong; look at the extracts of the document
SELECT document_id, count(*) AS version_count, max(version) AS last_version, count(*) FILTER (is_current) AS current_count
FROM dim_document
GROUP BY document_id
HAVING count(*) FILTER (is_current) <> 1 OR max(version) <> count(*) OR arg_max(is_current, version) = false
