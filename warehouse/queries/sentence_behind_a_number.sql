-- question: From which sentence, of which page, does each value come?
-- part_year: included, and marked: is_whole_year is false where a value is no value of the whole year
SELECT observation.region_name, observation.issuer_name, observation.report_year, observation.indicator_name, observation.value_text AS value,
    observation.unit, observation.is_whole_year, observation.tense, observation.as_of,
    figure.raw, figure.sentence, figure.span_start, figure.span_end, document.url, document.payload_digest
FROM mart_observation AS observation
JOIN mart_figure AS figure USING (figure_id)
JOIN mart_document AS document ON document.document_id = figure.document_id AND document.version = figure.version
ORDER BY observation.region_code, observation.report_year, observation.indicator_code, observation.issuer_name;
