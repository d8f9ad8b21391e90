-- question: How many applications for reconsideration are accepted and concluded, by province and year?
-- note: Governments only, so that no case counts twice; a sum speaks of the counties that report it, and of no others
-- part_year: left out; only values of the whole year
SELECT
    province_name,
    report_year,
    count(*) FILTER (indicator_code = 'reconsideration.accepted') AS reporting_count,
    rtrim(rtrim(sum(value) FILTER (indicator_code = 'reconsideration.accepted')::VARCHAR, '0'), '.') AS accepted_count,
    rtrim(rtrim(sum(value) FILTER (indicator_code = 'reconsideration.concluded')::VARCHAR, '0'), '.') AS concluded_count,
    round(median(value) FILTER (indicator_code = 'reconsideration.accepted'), 1)::DOUBLE AS median_accepted_count
FROM mart_observation
WHERE indicator_code IN ('reconsideration.accepted', 'reconsideration.concluded')
    AND issuer_kind = 'government'
    AND region_level = 'county'
    AND is_whole_year
GROUP BY province_name, report_year
ORDER BY province_name, report_year;
