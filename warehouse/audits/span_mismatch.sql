-- severity: error
-- title: A figure's span does not hold its raw characters
-- remedy: Look at the offset map of the document; no figure is published whose place cannot be shown
SELECT figure_id, raw, substring(texts.text, span_start + 1, span_end - span_start) AS found
FROM fact_figure
JOIN document_text AS texts USING (document_id, version)
WHERE span_start < 0
    OR span_end < span_start
    OR span_end > length(texts.text)
    OR substring(texts.text, span_start + 1, span_end - span_start) <> raw
    OR repaired_end > length(coalesce(texts.repaired_text, texts.text))
