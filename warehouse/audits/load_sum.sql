-- severity: error
-- fault: program, which dropped something between archive and load
-- title: What was archived, or read, is not loaded + quarantined + ignored
-- remedy: Something was dropped in silence between archive and load; look at the thing or document named; of captures the night's report names those of which nothing was read, and reprocess reads them
SELECT 'night' AS scope, thing AS key, read_count, loaded_count, quarantined_count, ignored_count
FROM load_count
WHERE read_count <> loaded_count + quarantined_count + ignored_count
UNION ALL
SELECT 'night: extracts', outcome, NULL, counted, NULL, row_count
FROM (
    SELECT outcome, any_value(counted) AS counted, count(reading.document_id) AS row_count
    FROM (
        SELECT unnest(['loaded', 'quarantined', 'ignored']) AS outcome,
            unnest([loaded_count, quarantined_count, ignored_count]) AS counted
        FROM load_count
        WHERE thing = 'extract'
    )
    LEFT JOIN fact_reading AS reading USING (outcome)
    GROUP BY outcome
)
WHERE counted <> row_count
UNION ALL
SELECT 'night: figures', 'loaded', NULL, loaded_count, NULL, (SELECT count(*) FROM fact_figure)
FROM load_count
WHERE thing = 'figure' AND loaded_count <> (SELECT count(*) FROM fact_figure)
UNION ALL
SELECT 'night: figures', 'quarantined', NULL, NULL, quarantined_count, (SELECT count(*) FROM quarantine WHERE scope = 'figure')
FROM load_count
WHERE thing = 'figure' AND quarantined_count <> (SELECT count(*) FROM quarantine WHERE scope = 'figure')
UNION ALL
SELECT 'night: documents', 'loaded', NULL, loaded_count, NULL, (SELECT count(*) FROM dim_document)
FROM load_count
WHERE thing = 'extract' AND loaded_count <> (SELECT count(*) FROM dim_document)
UNION ALL
SELECT 'document', reading.document_id || '-' || reading.version, figure_read_count, coalesce(loaded.row_count, 0),
    coalesce(kept_back.row_count, 0), NULL
FROM fact_reading AS reading
LEFT JOIN (SELECT document_id, version, count(*) AS row_count FROM fact_figure GROUP BY ALL) AS loaded
    USING (document_id, version)
LEFT JOIN (SELECT document_id, version, count(*) AS row_count FROM quarantine WHERE scope = 'figure' GROUP BY ALL) AS kept_back
    USING (document_id, version)
WHERE reading.outcome = 'loaded'
    AND (
        figure_read_count <> coalesce(loaded.row_count, 0) + coalesce(kept_back.row_count, 0)
        OR figure_read_count <> figure_loaded_count + figure_quarantined_count
    )
UNION ALL
SELECT 'reason', document_id, NULL, NULL, NULL, NULL
FROM fact_reading
WHERE outcome <> 'loaded' AND coalesce(reason, '') = ''
