-- question: How does each county stand against the median of its province, year after year?
SELECT
    region_code,
    region_name,
    issuer_kind,
    indicator_name,
    report_year,
    value,
    unit,
    median(value) OVER (PARTITION BY province_name, region_level, issuer_kind, indicator_code, report_year) AS province_median,
    rank_in_province,
    province_peer_count
FROM mart_comparison
-- Numbers of a part of the year and running totals have no rank.
WHERE rank_all IS NOT NULL
ORDER BY region_code, issuer_kind, indicator_name, report_year;
