-- question: Where do a government and one of its bureaus state different values for the same region, year and indicator?
-- note: They may differ with reason: a bureau's own cases are a part of its government's
-- part_year: left out; only values of the whole year
SELECT region_code, region_name, report_year, indicator_name, government.value_text AS government_value,
    bureau.issuer_name AS bureau_name, bureau.value_text AS bureau_value, government.unit, government.value = bureau.value AS is_same,
    government.url AS government_url, bureau.url AS bureau_url
FROM mart_observation AS government
JOIN mart_observation AS bureau USING (region_code, region_name, report_year, indicator_code, indicator_name, unit)
WHERE government.issuer_kind = 'government' AND bureau.issuer_kind = 'bureau'
    AND government.is_whole_year AND bureau.is_whole_year
ORDER BY is_same, region_code, report_year, indicator_name, bureau_name;
