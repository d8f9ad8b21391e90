-- question: Do governments whose heads appear in court more often lose less often?
-- note: A correlation over the governments that report both rates; NULL below three
-- part_year: left out; only values of the whole year
SELECT
    report_year,
    count(*) AS body_count,
    CASE WHEN count(*) >= 3 THEN round(corr(loss.value, appearance.value), 2) END AS correlation,
    round(avg(appearance.value), 1) AS average_appearance_pct,
    round(avg(loss.value), 1) AS average_loss_pct
FROM mart_observation AS appearance
JOIN mart_observation AS loss USING (issuer_key, report_year)
WHERE appearance.indicator_code = 'litigation.head_appearance_rate' AND loss.indicator_code = 'litigation.loss_rate'
    AND appearance.issuer_kind = 'government'
    AND appearance.is_whole_year AND loss.is_whole_year
    AND NOT appearance.is_out_of_range AND NOT loss.is_out_of_range
GROUP BY report_year
ORDER BY report_year;
