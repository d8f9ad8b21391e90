-- question: In which counties do heads appear in court less often than the year before?
-- part_year: left out; only values of the whole year
SELECT region_name, province_name, issuer_name, report_year, rtrim(rtrim(previous_value::VARCHAR, '0'), '.') AS previous_rate_pct,
    value_text AS rate_pct, rtrim(rtrim(change_value::VARCHAR, '0'), '.') AS change_points, rank_in_province, figure_id
FROM mart_comparison
WHERE indicator_code = 'litigation.head_appearance_rate' AND change_value < 0 AND is_whole_year AND NOT is_series_break
ORDER BY mart_comparison.change_value, region_code, issuer_name, report_year;
