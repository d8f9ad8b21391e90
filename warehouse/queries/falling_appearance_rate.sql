-- question: In which counties do heads appear in court less often than the year before?
SELECT region_name, province_name, issuer_kind, report_year, previous_value AS previous_rate_pct, value AS rate_pct,
    change_value AS change_points, rank_in_province, figure_id
FROM mart_comparison
WHERE indicator_code = 'litigation.head_appearance_rate' AND change_value < 0
ORDER BY change_value, region_code, issuer_kind, report_year;
