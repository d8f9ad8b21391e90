-- question: Where do a government and its bureau state different values for the same region, year and indicator?
-- note: They may differ with reason: a bureau's own cases are a part of its government's
SELECT region_code, region_name, report_year, indicator_name, government.value AS government_value,
    bureau.value AS bureau_value, government.unit, government.value = bureau.value AS is_same,
    government.url AS government_url, bureau.url AS bureau_url
FROM mart_observation AS government
JOIN mart_observation AS bureau USING (region_code, region_name, report_year, indicator_code, indicator_name, unit)
WHERE government.issuer_kind = 'government' AND bureau.issuer_kind = 'bureau'
ORDER BY is_same, region_code, report_year, indicator_name;
