-- Chooses one value per issuing body, report year and indicator among the figures of current documents that
-- state it, in a unit that may state it. The order of choice: a figure that a person
-- has reviewed before all others; the issuer's own site before a repost; the year's own
-- number before a cumulative one; the whole year before a part; a share that can be before one that cannot; a number confirmed by a check before others; the section
-- of achievements before others; an exact number before a rounded one; the indicator's own unit before a kindred one;
-- the surer code; then the first in the order of the documents' ids and of the text.
INSERT INTO fact_observation
WITH candidate AS (
    SELECT
        document.issuer_key,
        issuer.region_code,
        issuer.issuer_kind,
        document.report_year,
        figure.*,
        -- A number that runs to December is the year's.
        coalesce(figure.as_of, document.report_year || '-12') AS runs_to,
        figure.tense = 'actual' AND runs_to = document.report_year || '-12' AS is_whole_year,
        row_number() OVER (
            PARTITION BY document.issuer_key, document.report_year, figure.indicator_code
            ORDER BY
                figure.reviewed_by IS NULL,
                coalesce(document.is_own_site, false) DESC,
                figure.tense = 'cumulative',
                runs_to <> document.report_year || '-12',
                -- As mart_observation marks it.
                indicator.kind = 'rate'
                    AND figure.unit = '%'
                    AND (figure.value < 0 OR greatest(figure.value, figure.value_high) > 100),
                figure.verified_by IS NULL,
                figure.section_role <> 'achievements',
                figure.qualifier <> 'exact',
                figure.unit <> indicator.unit,
                figure.confidence DESC,
                figure.document_id,
                figure.ordinal
        ) AS place
    FROM fact_figure AS figure
    JOIN dim_document AS document USING (document_id, version)
    JOIN dim_issuer AS issuer USING (issuer_key)
    JOIN dim_indicator AS indicator USING (indicator_code)
    JOIN dim_unit AS stated ON stated.unit = figure.unit
    JOIN dim_unit AS wanted ON wanted.unit = indicator.unit
    WHERE document.is_current
        -- A figure that states a change has a code only where the indicator is a change (services.time_cut_rate).
        AND figure.tense IN ('actual', 'cumulative')
        AND stated.observation_class = wanted.observation_class
),
chosen AS (
    SELECT * FROM candidate WHERE place = 1
)
SELECT
    any_value(chosen.region_code),
    any_value(chosen.issuer_kind),
    chosen.report_year,
    chosen.indicator_code,
    any_value(chosen.unit),
    any_value(chosen.value),
    any_value(chosen.value_high),
    any_value(chosen.qualifier),
    any_value(chosen.tense),
    any_value(chosen.as_of),
    any_value(chosen.figure_id),
    any_value(chosen.document_id),
    any_value(chosen.version),
    count(*) FILTER (candidate.value = chosen.value AND candidate.unit = chosen.unit),
    count(*),
    -- A rounded number does not contradict an exact one, nor a part of the year or a running total the year.
    count(DISTINCT candidate.value) FILTER (
        candidate.tense = chosen.tense
        AND candidate.runs_to = chosen.runs_to
        AND (candidate.qualifier = 'exact' OR chosen.qualifier <> 'exact')
    ) AS distinct_value_count,
    distinct_value_count > 1,
    any_value(chosen.verified_by),
    chosen.issuer_key,
    any_value(chosen.reviewed_by),
    any_value(chosen.review_note),
    any_value(chosen.is_whole_year)
FROM chosen
-- A report without a year is left out here: no NULL equals another.
JOIN candidate USING (issuer_key, report_year, indicator_code)
GROUP BY chosen.issuer_key, chosen.report_year, chosen.indicator_code;
