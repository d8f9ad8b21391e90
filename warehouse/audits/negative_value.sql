-- severity: warning
-- fault: report, or the reading of a dash; the value is kept
-- title: A figure is below zero
-- remedy: Look at the sentence; a dash may have been read as a minus
SELECT figure_id, raw, value, sentence FROM fact_figure WHERE value < 0
