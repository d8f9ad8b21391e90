-- Grain: one issuing body, report year and indicator.
CREATE TABLE mart_comparison AS
WITH observed AS (
    SELECT
        mart_observation.*,
        dim_issuer.body_name,
        -- What runs to some month or over years has no peers, nor has a share that cannot be, nor a body of which no word tells
        -- what it does: another such may be anything.
        is_whole_year AND NOT is_out_of_range AND mart_observation.issuer_function <> 'other' AS is_comparable,
        coalesce(current_code, mart_observation.region_code) AS followed_code
    FROM mart_observation
    JOIN dim_issuer USING (issuer_key)
),
ranked AS (
    SELECT
        *,
        rank() OVER (everyone ORDER BY value DESC) AS rank_all,
        count(*) OVER everyone AS peer_count,
        100 * cume_dist() OVER (everyone ORDER BY value) AS percentile_all,
        rank() OVER (neighbours ORDER BY value DESC) AS rank_in_province,
        count(*) OVER neighbours AS province_peer_count,
        100 * cume_dist() OVER (neighbours ORDER BY value) AS percentile_in_province
    FROM observed
    -- Counties are compared with counties, governments with governments, justice bureaus with justice bureaus.
    WINDOW
        everyone AS (PARTITION BY indicator_code, report_year, issuer_kind, issuer_function, region_level, is_comparable),
        neighbours AS (
            PARTITION BY indicator_code, report_year, issuer_kind, issuer_function, region_level, province_name, is_comparable
        )
),
-- How many regions lay in a year where one region of today lies.
lineage AS (
    SELECT
        coalesce(region.current_code, region.region_code) AS followed_code,
        years.report_year,
        count(DISTINCT region.region_code) AS region_count
    FROM dim_region AS region
    JOIN (SELECT report_year FROM mart_observation GROUP BY report_year) AS years
        ON region.valid_from_year <= years.report_year
        AND coalesce(years.report_year < region.valid_to_year, true)
    GROUP BY ALL
),
-- The same body a year before. Its region: under the same code while no other was merged into it, or the one region that preceded
-- it. Regions that became one have no one value before, whether or not each of them reported.
paired AS (
    SELECT
        later.figure_id,
        arg_max(earlier.value, (earlier.region_code = later.region_code, earlier.region_code)) AS value
    FROM observed AS later
    JOIN observed AS earlier
        ON earlier.followed_code = later.followed_code
        -- Key and region together: a body whose region got another code has another key and the same name behind it.
        AND earlier.body_name = later.body_name
        AND earlier.indicator_code = later.indicator_code
        AND earlier.report_year = later.report_year - 1
        AND earlier.unit = later.unit
        AND earlier.is_comparable
        AND later.is_comparable
    LEFT JOIN lineage AS late ON late.followed_code = later.followed_code AND late.report_year = later.report_year
    LEFT JOIN lineage AS early ON early.followed_code = later.followed_code AND early.report_year = earlier.report_year
    WHERE coalesce(late.region_count, 1) = coalesce(early.region_count, 1)
        AND (earlier.region_code = later.region_code OR coalesce(late.region_count, 1) = 1)
    GROUP BY later.figure_id
)
SELECT
    ranked.region_code,
    ranked.region_name,
    ranked.province_name,
    ranked.issuer_kind,
    ranked.report_year,
    ranked.indicator_code,
    ranked.indicator_name,
    ranked.unit,
    ranked.value,
    ranked.qualifier,
    ranked.as_of,
    ranked.figure_id,
    ranked.mention_count,
    ranked.is_conflicting,
    ranked.verified_by,
    CASE WHEN is_comparable THEN ranked.rank_all::INTEGER END AS rank_all,
    CASE WHEN is_comparable THEN ranked.peer_count::INTEGER END AS peer_count,
    CASE WHEN is_comparable THEN ranked.percentile_all::DECIMAL(5, 2) END AS percentile_all,
    CASE WHEN is_comparable THEN ranked.rank_in_province::INTEGER END AS rank_in_province,
    CASE WHEN is_comparable THEN ranked.province_peer_count::INTEGER END AS province_peer_count,
    CASE WHEN is_comparable THEN ranked.percentile_in_province::DECIMAL(5, 2) END AS percentile_in_province,
    before.value AS previous_value,
    (ranked.value - before.value)::DECIMAL(24, 6) AS change_value,
    CASE
        WHEN before.value <> 0 THEN round(100 * (ranked.value - before.value)::DOUBLE / before.value::DOUBLE, 2)
    END::DOUBLE AS change_pct,
    ranked.region_level,
    ranked.is_fictional,
    ranked.issuer_key,
    ranked.issuer_name,
    ranked.issuer_function,
    ranked.reviewed_by,
    ranked.review_note,
    ranked.is_whole_year,
    ranked.tense,
    ranked.value_text,
    ranked.province_code,
    ranked.prefecture_code,
    ranked.prefecture_name,
    ranked.domain,
    ranked.kind,
    ranked.direction,
    ranked.is_additive,
    ranked.measure_type,
    ranked.indicator_name_en,
    ranked.definition,
    ranked.definition_en,
    ranked.valid_from_year,
    ranked.series_break_basis,
    coalesce(ranked.valid_from_year = ranked.report_year, false) AS is_series_break,
    ranked.is_out_of_range
FROM ranked
LEFT JOIN paired AS before USING (figure_id)
ORDER BY ranked.indicator_code, ranked.report_year, ranked.issuer_kind, ranked.region_code, ranked.issuer_key;

COMMENT ON TABLE mart_comparison IS 'Every observation among its peers: bodies of one kind and one function, in regions of one level, in one year. A number of a part of the year, a running total, a share outside 0 to 100 % or a number of a body whose function is other has no rank and no year before [self_reported, aggregation_hazard, part_year, conflicts, scope_differs, few_peers, rank_direction, rank_of_one, out_of_range]';
COMMENT ON COLUMN mart_comparison.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_comparison.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_comparison.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_comparison.issuer_kind IS 'government, bureau, party_government or township, that of the body [not_comparable_across_kinds]';
COMMENT ON COLUMN mart_comparison.report_year IS 'Year reported on [unit=year]';
COMMENT ON COLUMN mart_comparison.indicator_code IS 'Indicator';
COMMENT ON COLUMN mart_comparison.indicator_name IS 'Name in Chinese';
COMMENT ON COLUMN mart_comparison.unit IS 'Unit as stated [unit_differs]';
COMMENT ON COLUMN mart_comparison.value IS 'Value in the base unit [unit=column:unit, aggregation_hazard, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN mart_comparison.qualifier IS 'How near the value is to the number [estimated]';
COMMENT ON COLUMN mart_comparison.as_of IS 'Month (YYYY-MM) the number runs to, where the report says; NULL for the whole year and for a running total without an end [part_year]';
COMMENT ON COLUMN mart_comparison.figure_id IS 'Figure chosen';
COMMENT ON COLUMN mart_comparison.mention_count IS 'Candidates that state the value chosen [unit=figures, aggregation_hazard]';
COMMENT ON COLUMN mart_comparison.is_conflicting IS 'True where candidates that claim the same give different values [conflicts]';
COMMENT ON COLUMN mart_comparison.verified_by IS 'Check that confirmed the figure chosen; else NULL [self_reported]';
COMMENT ON COLUMN mart_comparison.rank_all IS '1 for the highest value among all peers, equal values sharing a rank; NULL for a part of the year or a running total [unit=rank, aggregation_hazard, few_peers, self_reported, scope_differs, rank_direction, rank_of_one]';
COMMENT ON COLUMN mart_comparison.peer_count IS 'Peers in all, itself included [unit=observations, aggregation_hazard, few_peers, rank_of_one]';
COMMENT ON COLUMN mart_comparison.percentile_all IS 'Per cent of all peers with this value or a lower one [unit=percent, aggregation_hazard, few_peers, self_reported, scope_differs, rank_direction, rank_of_one]';
COMMENT ON COLUMN mart_comparison.rank_in_province IS '1 for the highest value in the province [unit=rank, aggregation_hazard, few_peers, self_reported, scope_differs, rank_direction, rank_of_one]';
COMMENT ON COLUMN mart_comparison.province_peer_count IS 'Peers in the province, itself included [unit=observations, aggregation_hazard, few_peers, rank_of_one]';
COMMENT ON COLUMN mart_comparison.percentile_in_province IS 'Per cent of the peers in the province with this value or a lower one [unit=percent, aggregation_hazard, few_peers, self_reported, scope_differs, rank_direction, rank_of_one]';
COMMENT ON COLUMN mart_comparison.previous_value IS 'Whole-year value of the year before, in the same unit, of the same body, under the former code of its region too; NULL where there is none or regions were merged into it [unit=column:unit, aggregation_hazard, self_reported, conflicts, scope_differs, estimated, series_break]';
COMMENT ON COLUMN mart_comparison.change_value IS 'Value less previous_value, in the unit [unit=column:unit, aggregation_hazard, self_reported, conflicts, scope_differs, estimated, series_break]';
COMMENT ON COLUMN mart_comparison.change_pct IS 'Change against previous_value in per cent; NULL where that is 0 or absent [unit=percent, aggregation_hazard, self_reported, conflicts, scope_differs, estimated, series_break]';
COMMENT ON COLUMN mart_comparison.region_level IS 'province, prefecture or county';
COMMENT ON COLUMN mart_comparison.is_fictional IS 'True for the regions of the sample, which exist nowhere';
COMMENT ON COLUMN mart_comparison.issuer_key IS 'Issuing body, the same in every release; never mixed';
COMMENT ON COLUMN mart_comparison.issuer_name IS 'Its name in full, whatever the page prints';
COMMENT ON COLUMN mart_comparison.issuer_function IS 'What it does, such as justice or education; general for governments, party with government and townships; other where no rule knows it';
COMMENT ON COLUMN mart_comparison.reviewed_by IS 'Who has confirmed the figure chosen or put it right; NULL where nobody has';
COMMENT ON COLUMN mart_comparison.review_note IS 'Verdict, day and reason of that review';
COMMENT ON COLUMN mart_comparison.is_whole_year IS 'True for the number of the whole report year; false for a part of it, and for a running total [part_year]';
COMMENT ON COLUMN mart_comparison.tense IS 'actual or cumulative [part_year]';
COMMENT ON COLUMN mart_comparison.value_text IS 'Value as a text, without zeros at its end; exact [unit=column:unit, part_year, self_reported, conflicts, scope_differs, unit_differs, not_comparable_across_kinds, estimated, series_break, ocr, out_of_range]';
COMMENT ON COLUMN mart_comparison.province_code IS 'GB/T 2260 code of the province';
COMMENT ON COLUMN mart_comparison.prefecture_code IS 'Code of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_comparison.prefecture_name IS 'Name of its prefecture, of a prefecture itself; NULL where it is governed by the province itself';
COMMENT ON COLUMN mart_comparison.domain IS 'Part of the work of government it belongs to';
COMMENT ON COLUMN mart_comparison.kind IS 'count, rate or amount';
COMMENT ON COLUMN mart_comparison.direction IS 'higher_is_better, lower_is_better or neutral: how a higher value is commonly judged, not a verdict [inferred]';
COMMENT ON COLUMN mart_comparison.is_additive IS 'True where values of several regions may be summed';
COMMENT ON COLUMN mart_comparison.measure_type IS 'stock (a state at the end of the period) or flow (what happened in it)';
COMMENT ON COLUMN mart_comparison.indicator_name_en IS 'Name of the indicator in English';
COMMENT ON COLUMN mart_comparison.definition IS 'What the indicator counts, in Chinese';
COMMENT ON COLUMN mart_comparison.definition_en IS 'What the indicator counts, in English';
COMMENT ON COLUMN mart_comparison.valid_from_year IS 'First report year of the present series; NULL where no law broke it [unit=year, series_break]';
COMMENT ON COLUMN mart_comparison.is_series_break IS 'True in the first year of a series that a law broke: the year before was counted otherwise, so that previous_value, change_value and change_pct compare two things [series_break]';
COMMENT ON COLUMN mart_comparison.series_break_basis IS 'Law that broke the series, and since when; NULL where none did [series_break]';
COMMENT ON COLUMN mart_comparison.is_out_of_range IS 'True for a share below 0 or above 100 %, which the report states and which cannot be: it has no rank and no year before';
