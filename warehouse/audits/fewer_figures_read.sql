-- severity: warning
-- title: From the same page, fewer than half of the figures are read that the release before holds
-- remedy: A rule of reading changed; compare the two with the command diff
-- Below four figures a single one would be a finding.
SELECT document_id, url, value_before::INTEGER AS before_count, value_after::INTEGER AS figure_count
FROM mart_change
WHERE subject = 'document'
    AND field = 'figure_count'
    AND reason = 'rule_changed'
    AND value_before::INTEGER >= 4
    AND value_after::INTEGER * 2 < value_before::INTEGER
ORDER BY document_id
