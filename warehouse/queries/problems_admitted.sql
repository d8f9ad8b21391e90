-- question: Which problems do reports admit, and how much of the report do they take?
-- part_year: speaks of sections, not of values
SELECT document.issuer, document.report_year, section.heading,
    round(100.0 * (section.span_end - section.span_start) / nullif(length(document.text), 0), 1) AS length_pct,
    section.text, document.url
FROM mart_section AS section
JOIN mart_document AS document USING (document_id, version)
WHERE document.is_current AND section.role = 'problems'
ORDER BY document.issuer, document.report_year, section.ordinal;
