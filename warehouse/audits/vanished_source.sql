-- severity: warning
-- fault: site, which took its reports off
-- title: More than half of a source's reports are gone from its site
-- remedy: Open the listing; the site may have moved
-- Below four reports a single deletion would be a finding.
SELECT source_id, count(*) AS link_count, count(*) FILTER (state IN ('gone', 'soft_404')) AS gone_count
FROM fact_link
GROUP BY source_id
HAVING count(*) >= 4 AND count(*) FILTER (state IN ('gone', 'soft_404')) * 2 > count(*)
