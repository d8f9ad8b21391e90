-- severity: warning
-- title: A current report has no region or no year and takes part in no observation
-- remedy: Look at its title and metadata; name the region in the source
SELECT document_id, url, title, region_code, report_year
FROM dim_document
WHERE is_current AND (region_code IS NULL OR report_year IS NULL)
