-- severity: error
-- fault: program, which draws the spans
-- title: A figure's span does not hold its raw characters
-- remedy: Look at the offset map of the document; no figure is published whose place cannot be shown
-- A text is measured once, not once a figure: counting the characters of UTF-8 walks over all of them.
WITH measured AS MATERIALIZED (
    SELECT document_id, version, length(text) AS text_length, length(coalesce(repaired_text, text)) AS repaired_length
    FROM document_text
),
placed AS (
    SELECT
        figure_id,
        raw,
        substring(texts.text, span_start + 1, span_end - span_start) AS found,
        span_start < 0
            OR span_end < span_start
            OR span_end > text_length
            OR repaired_start < 0
            OR repaired_end < repaired_start
            OR repaired_end > repaired_length AS is_outside
    FROM fact_figure
    JOIN document_text AS texts USING (document_id, version)
    JOIN measured USING (document_id, version)
)
SELECT figure_id, raw, found
FROM placed
WHERE is_outside OR found <> raw
