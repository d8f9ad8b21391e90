-- severity: error
-- acceptable: true
-- fault: program, or the archive; a collapse is never published unseen
-- title: A mart is empty that was not in the release before
-- remedy: Nothing of its kind is read any more; see what is gone with: diff RELEASE refused
-- mart_change is empty where nothing differs.
SELECT mart, before_count.row_count AS before_count
FROM before_count
JOIN (
    SELECT 'mart_comparison' AS mart, count(*) AS row_count FROM mart_comparison
    UNION ALL
    SELECT 'mart_compliance', count(*) FROM mart_compliance
    UNION ALL
    SELECT 'mart_coverage', count(*) FROM mart_coverage
    UNION ALL
    SELECT 'mart_document', count(*) FROM mart_document
    UNION ALL
    SELECT 'mart_figure', count(*) FROM mart_figure
    UNION ALL
    SELECT 'mart_observation', count(*) FROM mart_observation
    UNION ALL
    SELECT 'mart_quality', count(*) FROM mart_quality
    UNION ALL
    SELECT 'mart_section', count(*) FROM mart_section
) AS standing
    ON standing.mart = before_count.name
WHERE subject = 'mart' AND before_count.row_count > 0 AND standing.row_count = 0
ORDER BY mart
