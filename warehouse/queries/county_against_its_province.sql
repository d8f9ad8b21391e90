-- question: How does each county stand against the median of its province, year after year?
-- part_year: left out; only values of the whole year
SELECT
    region_code,
    region_name,
    issuer_kind,
    indicator_name,
    report_year,
    value_text AS value,
    unit,
    round(median(value) OVER (PARTITION BY province_name, region_level, issuer_kind, issuer_function, indicator_code, report_year), 2)::DOUBLE AS province_median,
    rank_in_province,
    province_peer_count
FROM mart_comparison
WHERE is_whole_year AND NOT is_out_of_range
ORDER BY region_code, issuer_kind, indicator_name, report_year;
