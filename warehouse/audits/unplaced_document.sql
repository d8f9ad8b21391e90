-- severity: warning
-- fault: report, which does not say whose or of which year it is
-- title: A current report has no region, no year, or an issuer of a place that no table of regions has, and takes part in no observation
-- remedy: Look at its title and metadata; name the region in the source, or the place as the region's own name is written
SELECT document_id, url, title, issuer, region_code, report_year
FROM dim_document
WHERE is_current AND (issuer_key IS NULL OR report_year IS NULL)
