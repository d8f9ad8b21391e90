-- The periods that reports and their figures speak of.
INSERT INTO dim_period
SELECT
    report_year || coalesce('/' || as_of, ''),
    report_year,
    as_of,
    make_date(report_year, 1, 1),
    CASE
        WHEN as_of IS NULL THEN make_date(report_year, 12, 31)
        ELSE last_day((as_of || '-01')::DATE)
    END,
    coalesce(as_of = report_year || '-12', true)
FROM (
    SELECT report_year, NULL AS as_of FROM dim_document WHERE report_year IS NOT NULL
    -- The whole year again where a figure runs to no month; UNION keeps it once.
    UNION
    SELECT report_year, as_of
    FROM fact_figure
    JOIN dim_document USING (document_id, version)
    WHERE report_year IS NOT NULL
) AS used;
