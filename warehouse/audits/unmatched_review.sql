-- severity: warning
-- fault: reviews, whose page may have changed
-- title: A review was not applied
-- remedy: Look at the entry in its file and line: quote the sentence anew, say which occurrence, or take the entry out
SELECT file || ':' || line AS place, outcome, detail, verdict, document, raw
FROM fact_review
WHERE outcome <> 'applied'
ORDER BY file, line
