-- severity: warning
-- fault: report, which may give no number; or the page is another
-- title: A current report was loaded without a single figure
-- remedy: Look at what was stripped: the text may be another page's
SELECT document_id, url, title, length(text) AS character_count
FROM dim_document
JOIN document_text USING (document_id, version)
WHERE is_current AND document_id NOT IN (SELECT document_id FROM fact_figure JOIN dim_document USING (document_id, version) WHERE is_current)
