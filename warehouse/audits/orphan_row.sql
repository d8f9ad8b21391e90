-- severity: error
-- fault: program, which writes the keys
-- title: A row speaks of something that is not there
-- remedy: A writer and a table disagree; look at the table named
SELECT 'document_text' AS table_name, document_id || '-' || version AS row_key, 'document' AS lacks
FROM document_text ANTI JOIN dim_document USING (document_id, version)
UNION ALL
SELECT 'dim_document', document_id || '-' || version, 'text' FROM dim_document ANTI JOIN document_text USING (document_id, version)
UNION ALL
SELECT 'fact_section', section_id, 'document' FROM fact_section ANTI JOIN dim_document USING (document_id, version)
UNION ALL
SELECT 'fact_section', child.section_id, 'parent section'
FROM fact_section AS child ANTI JOIN fact_section AS parent ON parent.section_id = child.parent_section_id
WHERE child.parent_section_id IS NOT NULL
UNION ALL
SELECT 'fact_figure', figure_id, 'document' FROM fact_figure ANTI JOIN dim_document USING (document_id, version)
UNION ALL
SELECT 'fact_figure', figure_id, 'section'
FROM fact_figure ANTI JOIN fact_section USING (section_id)
WHERE section_id IS NOT NULL
UNION ALL
SELECT 'fact_figure', figure_id, 'unit' FROM fact_figure ANTI JOIN dim_unit USING (unit)
UNION ALL
SELECT 'fact_repair', document_id || '-' || version, 'document' FROM fact_repair ANTI JOIN dim_document USING (document_id, version)
UNION ALL
SELECT 'fact_part', document_id || '-' || version, 'document' FROM fact_part ANTI JOIN dim_document USING (document_id, version)
UNION ALL
SELECT 'fact_check', document_id || '-' || version, 'document' FROM fact_check ANTI JOIN dim_document USING (document_id, version)
UNION ALL
SELECT 'fact_review_match', document_id, 'review ' || review_id FROM fact_review_match ANTI JOIN fact_review USING (review_id)
UNION ALL
SELECT 'fact_observation', figure_id, 'figure' FROM fact_observation ANTI JOIN fact_figure USING (figure_id)
UNION ALL
SELECT 'dim_document', document_id || '-' || version, 'region ' || region_code
FROM dim_document ANTI JOIN dim_region USING (region_key)
WHERE region_code IS NOT NULL
UNION ALL
SELECT 'dim_source', source_id, 'issuer ' || issuer_key FROM dim_source ANTI JOIN dim_issuer USING (issuer_key)
UNION ALL
SELECT 'dim_document', document_id || '-' || version, 'issuer ' || coalesce(issuer_key, '')
FROM dim_document ANTI JOIN dim_issuer USING (issuer_key)
WHERE issuer_key IS NOT NULL OR region_code IS NOT NULL
UNION ALL
SELECT 'fact_observation', figure_id, 'issuer ' || issuer_key FROM fact_observation ANTI JOIN dim_issuer USING (issuer_key)
UNION ALL
SELECT 'fact_coverage', source_id || ' ' || report_year, 'issuer ' || issuer_key FROM fact_coverage ANTI JOIN dim_issuer USING (issuer_key)
