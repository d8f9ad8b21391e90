-- severity: error
-- fault: program, which read one number twice
-- title: Two figures of one document stand at one place
-- remedy: The reading found one number twice; look at the sentence
SELECT document_id, version, span_start, count(*) AS figure_count, any_value(sentence) AS sentence
FROM fact_figure
GROUP BY document_id, version, span_start
HAVING count(*) > 1
