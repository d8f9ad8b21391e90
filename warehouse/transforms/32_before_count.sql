-- Counts the release before. It lies in the temporary views that mart_change reads, all empty where there is none.
INSERT INTO before_count
SELECT 'mart', mart, row_count, NULL FROM temp.before_mart
UNION ALL
SELECT 'figure', 'current', sum(figure_count), NULL FROM temp.before_document HAVING count(*) > 0
UNION ALL
-- A document that another source, or another address, now stands for is not lost, nor one that a person holds to be no report.
SELECT 'source', old.source_id, count(*), count(*) FILTER (
    new.document_id IS NULL
    AND old.document_id NOT IN (SELECT document_id FROM fact_reading WHERE reason = 'reviewed')
)
FROM (SELECT DISTINCT document_id, source_id FROM temp.before_source) AS old
LEFT JOIN (SELECT DISTINCT document_id FROM dim_document WHERE is_current OR same_as IS NOT NULL) AS new USING (document_id)
GROUP BY old.source_id;
