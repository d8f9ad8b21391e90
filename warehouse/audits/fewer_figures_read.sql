-- warn_if: lost_share > 0.5
-- error_if: all_lost_share > 0.05
-- acceptable: true
-- fault: program, whose rules read less from the same bytes
-- title: From the same pages, fewer figures are read than the release before holds
-- remedy: A rule of reading changed; see what is gone with: diff RELEASE refused
-- A report is told that lost more than half; below four figures a single one would be a finding. All together may lose a
-- twentieth of the figures of the release before.
WITH fewer AS (
    SELECT document_id, url, value_before::INTEGER AS before_count, value_after::INTEGER AS figure_count
    FROM mart_change
    WHERE subject = 'document'
        AND field = 'figure_count'
        AND reason = 'rule_changed'
        AND value_after::INTEGER < value_before::INTEGER
)
SELECT
    document_id,
    url,
    fewer.before_count,
    figure_count,
    CASE WHEN fewer.before_count >= 4 THEN 1 - figure_count / fewer.before_count END AS lost_share,
    sum(fewer.before_count - figure_count) OVER () / all_before.row_count AS all_lost_share
FROM fewer
LEFT JOIN before_count AS all_before ON all_before.subject = 'figure' AND all_before.row_count > 0
ORDER BY document_id
