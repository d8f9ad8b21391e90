-- severity: error
-- fault: program, which draws the spans
-- title: A section reaches outside its text or its parent
-- remedy: Look at the outline of the document
SELECT section.section_id, section.span_start, section.span_end
FROM fact_section AS section
JOIN document_text AS texts USING (document_id, version)
LEFT JOIN fact_section AS parent ON parent.section_id = section.parent_section_id
WHERE section.span_start < 0
    OR section.span_end < section.span_start
    OR section.span_end > length(texts.text)
    OR section.repaired_end > length(coalesce(texts.repaired_text, texts.text))
    OR section.span_start < parent.span_start
    OR section.span_end > parent.span_end
