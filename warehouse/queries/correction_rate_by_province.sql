-- question: How often is an administrative act corrected in reconsideration, by province and year?
-- note: Shares are averaged over reports, not over cases
-- part_year: left out; only values of the whole year
SELECT
    province_name,
    report_year,
    issuer_kind,
    issuer_function,
    count(*) AS report_count,
    round(avg(value), 2) AS average_rate_pct,
    round(median(value), 2)::DOUBLE AS median_rate_pct
FROM mart_observation
WHERE indicator_code = 'reconsideration.correction_rate' AND NOT is_conflicting AND is_whole_year AND NOT is_out_of_range
GROUP BY province_name, report_year, issuer_kind, issuer_function
ORDER BY province_name, report_year, issuer_kind, issuer_function;
