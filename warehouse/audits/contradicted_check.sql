-- severity: warning
-- fault: report, for it prints both numbers; mart_quality holds them
-- title: A report contradicts itself
-- remedy: Read the sentence; the finding is the report's where both numbers stand there
SELECT document_id, check_name, stated, computed
FROM fact_check
JOIN dim_document USING (document_id, version)
WHERE is_current AND status = 'contradicted'
