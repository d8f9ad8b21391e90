-- question: How many applications for reconsideration are accepted and concluded, by province and year?
-- note: Governments only, so that no case counts twice; a sum speaks of the counties that report it, and of no others
SELECT
    province_name,
    report_year,
    count(*) FILTER (indicator_code = 'reconsideration.accepted') AS reporting_count,
    sum(value) FILTER (indicator_code = 'reconsideration.accepted') AS accepted_count,
    sum(value) FILTER (indicator_code = 'reconsideration.concluded') AS concluded_count,
    median(value) FILTER (indicator_code = 'reconsideration.accepted') AS median_accepted_count
FROM mart_observation
WHERE indicator_code IN ('reconsideration.accepted', 'reconsideration.concluded')
    AND issuer_kind = 'government'
    AND region_level = 'county'
    AND as_of IS NULL
    AND tense = 'actual'
GROUP BY province_name, report_year
ORDER BY province_name, report_year;
