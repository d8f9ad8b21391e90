-- severity: warning
-- title: A figure is below zero
-- remedy: Look at the sentence; a dash may have been read as a minus
SELECT figure_id, raw, value, sentence FROM fact_figure WHERE value < 0
