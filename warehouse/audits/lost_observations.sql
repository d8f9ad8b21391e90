-- error_if: lost_share > 0.05
-- acceptable: true
-- fault: program, whose rules read or choose otherwise, or the archive
-- title: Observations of the release before are gone without cause
-- remedy: A rule of reading or of choice changed; see what is gone with: diff RELEASE refused
-- Causes are that the document came in another version, or stands elsewhere, that it or its source was taken off, or a review. An observation
-- that the same document still gives, under another region, year or body, is not lost.
WITH lost AS (
    SELECT region_code, report_year, indicator_code, url
    FROM mart_change AS gone
    WHERE subject = 'observation'
        AND change = 'removed'
        AND reason NOT IN ('new_version', 'moved', 'source_gone', 'review')
        AND NOT EXISTS (
            FROM mart_change AS come
            WHERE come.subject = 'observation'
                AND come.change = 'added'
                AND come.document_id = gone.document_id
                AND come.indicator_code = gone.indicator_code
        )
)
SELECT
    lost_row_count,
    row_count AS before_count,
    lost_row_count / row_count AS lost_share,
    (
        SELECT list_slice(
            list(concat_ws(' ', region_code, report_year, indicator_code) ORDER BY region_code, report_year, indicator_code), 1, 3
        )
        FROM lost
    ) AS such_as
FROM before_count
CROSS JOIN (SELECT count(*) AS lost_row_count FROM lost)
WHERE subject = 'mart' AND name = 'mart_observation' AND row_count > 0
