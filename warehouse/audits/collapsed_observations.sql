-- error_if: gone_share > 0.5
-- acceptable: true
-- fault: program, whatever the cause says: no night takes half of the house away
-- title: More than half of the observations of the release before are gone, whatever the cause
-- remedy: See what is gone and why with: diff RELEASE refused. Where sites have taken their numbers away, or sources were taken
--    off on purpose, accept this audit
-- The causes are those that lost_observations lets pass, and those it does not. An observation that the same document still
-- gives, under another region, year or body, is not gone.
WITH gone AS (
    SELECT reason, count(*) AS reason_count
    FROM mart_change AS gone
    WHERE subject = 'observation'
        AND change = 'removed'
        AND NOT EXISTS (
            FROM mart_change AS come
            WHERE come.subject = 'observation'
                AND come.change = 'added'
                AND come.document_id = gone.document_id
                AND come.indicator_code = gone.indicator_code
        )
    GROUP BY reason
)
SELECT gone_count, row_count AS before_count, gone_count / row_count AS gone_share, causes
FROM before_count
CROSS JOIN (
    SELECT sum(reason_count) AS gone_count, list(reason || ' ' || reason_count ORDER BY reason_count DESC, reason) AS causes
    FROM gone
)
WHERE subject = 'mart' AND name = 'mart_observation' AND row_count > 0
