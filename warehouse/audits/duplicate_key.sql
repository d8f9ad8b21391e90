-- severity: error
-- fault: program, which writes the keys
-- title: A key stands twice
-- remedy: Look for two loads of one document; the release is rebuilt from the extracts
SELECT 'dim_source' AS table_name, source_id AS key, count(*) AS row_count FROM dim_source GROUP BY source_id HAVING count(*) > 1
UNION ALL
SELECT 'dim_region', region_key, count(*) FROM dim_region GROUP BY region_key HAVING count(*) > 1
UNION ALL
SELECT 'dim_unit', unit, count(*) FROM dim_unit GROUP BY unit HAVING count(*) > 1
UNION ALL
SELECT 'dim_indicator', indicator_code, count(*) FROM dim_indicator GROUP BY indicator_code HAVING count(*) > 1
UNION ALL
SELECT 'dim_period', period_code, count(*) FROM dim_period GROUP BY period_code HAVING count(*) > 1
UNION ALL
SELECT 'dim_document', document_id || '-' || version, count(*) FROM dim_document GROUP BY document_id, version HAVING count(*) > 1
UNION ALL
SELECT 'document_text', document_id || '-' || version, count(*) FROM document_text GROUP BY document_id, version HAVING count(*) > 1
UNION ALL
SELECT 'fact_section', section_id, count(*) FROM fact_section GROUP BY section_id HAVING count(*) > 1
UNION ALL
SELECT 'fact_figure', figure_id, count(*) FROM fact_figure GROUP BY figure_id HAVING count(*) > 1
UNION ALL
SELECT 'fact_check', document_id || '-' || version || ' ' || ordinal, count(*) FROM fact_check
GROUP BY document_id, version, ordinal HAVING count(*) > 1
UNION ALL
SELECT 'due_rule', issuer_kind || ' ' || from_report_year, count(*) FROM due_rule
GROUP BY issuer_kind, from_report_year HAVING count(*) > 1
UNION ALL
SELECT 'fact_review', review_id, count(*) FROM fact_review GROUP BY review_id HAVING count(*) > 1
UNION ALL
SELECT 'fact_part', document_id || '-' || version || ' ' || part, count(*) FROM fact_part
GROUP BY document_id, version, part HAVING count(*) > 1
UNION ALL
SELECT 'fact_listing', source_id || ' ' || listing_url, count(*) FROM fact_listing
GROUP BY source_id, listing_url, is_whole HAVING count(*) > 1
UNION ALL
SELECT 'dim_issuer', issuer_key, count(*) FROM dim_issuer GROUP BY issuer_key HAVING count(*) > 1
UNION ALL
SELECT 'fact_observation', concat_ws(' ', issuer_key, report_year, indicator_code), count(*) FROM fact_observation
GROUP BY issuer_key, report_year, indicator_code HAVING count(*) > 1
UNION ALL
SELECT 'fact_coverage', source_id || ' ' || report_year, count(*) FROM fact_coverage
GROUP BY source_id, report_year HAVING count(*) > 1
