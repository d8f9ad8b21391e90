-- question: How did the values of one region's bodies run through the years, whatever the region was called and coded then?
-- note: A bureau is followed by its function; one whose function no word tells, by its name
-- part_year: left out; only values of the whole year
SELECT
    coalesce(current_code, region_code) AS followed_code,
    indicator_name,
    issuer_kind,
    if(issuer_function = 'other', issuer_name, issuer_function) AS body,
    list(report_year || ' ' || region_name || ' ' || value_text || ' ' || unit ORDER BY report_year) AS values_by_year
FROM mart_observation
WHERE is_whole_year
GROUP BY followed_code, indicator_code, indicator_name, issuer_kind, body
ORDER BY followed_code, indicator_code, issuer_kind, body;
