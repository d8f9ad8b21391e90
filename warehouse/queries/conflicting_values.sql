-- question: Where does one report, or one body's reports, give different values for one indicator?
-- part_year: included; what each value says of its time stands beside it in tense and as_of
SELECT observation.issuer_name, observation.report_year, observation.indicator_code, observation.value_text AS chosen_value,
    figure.value_text AS stated_value, figure.unit, figure.tense, figure.as_of, figure.sentence, figure.url
FROM mart_observation AS observation
JOIN mart_figure AS figure
    ON figure.issuer_key = observation.issuer_key
    AND figure.report_year = observation.report_year
    AND figure.indicator_code = observation.indicator_code
    AND figure.is_current
WHERE observation.is_conflicting
ORDER BY observation.issuer_name, observation.report_year, observation.indicator_code, figure.ordinal;
