-- severity: warning
-- fault: site, whose new page gives less
-- title: A new version of a report has lost more than half of its figures
-- remedy: Compare the two versions; the page may be damaged or cut
WITH counted AS (
    SELECT document_id, version, is_current, report_year, count(figure_id) AS figure_count
    FROM dim_document
    LEFT JOIN fact_figure USING (document_id, version)
    GROUP BY ALL
)
SELECT later.document_id, later.version, earlier.figure_count AS before_count, later.figure_count
FROM counted AS later
JOIN counted AS earlier ON earlier.document_id = later.document_id AND earlier.version = later.version - 1
    -- An address that shows the report of another year has lost nothing.
    AND earlier.report_year IS NOT DISTINCT FROM later.report_year
WHERE later.is_current AND later.figure_count * 2 < earlier.figure_count
