-- Grain: one region, kind of issuer, report year and indicator.
CREATE TABLE mart_comparison AS
WITH ranked AS (
    SELECT
        *,
        rank() OVER (everyone ORDER BY value DESC) AS rank_all,
        count(*) OVER everyone AS peer_count,
        100 * cume_dist() OVER (everyone ORDER BY value) AS percentile_all,
        rank() OVER (neighbours ORDER BY value DESC) AS rank_in_province,
        count(*) OVER neighbours AS province_peer_count,
        100 * cume_dist() OVER (neighbours ORDER BY value) AS percentile_in_province
    FROM mart_observation
    -- Counties are compared with counties, governments with governments.
    WINDOW
        everyone AS (PARTITION BY indicator_code, report_year, issuer_kind, region_level),
        neighbours AS (PARTITION BY indicator_code, report_year, issuer_kind, region_level, province_name)
),
before AS (
    SELECT
        coalesce(current_code, region_code) AS followed_code,
        issuer_kind,
        indicator_code,
        report_year + 1 AS report_year,
        unit,
        -- Two regions that became one have no one value before.
        CASE WHEN count(*) = 1 THEN any_value(value) END AS value
    FROM mart_observation
    GROUP BY ALL
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
    ranked.rank_all::INTEGER AS rank_all,
    ranked.peer_count::INTEGER AS peer_count,
    round(ranked.percentile_all, 2)::DECIMAL(5, 2) AS percentile_all,
    ranked.rank_in_province::INTEGER AS rank_in_province,
    ranked.province_peer_count::INTEGER AS province_peer_count,
    round(ranked.percentile_in_province, 2)::DECIMAL(5, 2) AS percentile_in_province,
    before.value AS previous_value,
    (ranked.value - before.value)::DECIMAL(24, 6) AS change_value,
    CASE
        WHEN before.value <> 0 THEN round(100 * (ranked.value - before.value)::DOUBLE / before.value::DOUBLE, 2)
    END::DOUBLE AS change_pct,
    ranked.region_level,
    ranked.is_fictional
FROM ranked
LEFT JOIN before
    ON before.followed_code = coalesce(ranked.current_code, ranked.region_code)
    AND before.issuer_kind = ranked.issuer_kind
    AND before.indicator_code = ranked.indicator_code
    AND before.report_year = ranked.report_year
    AND before.unit = ranked.unit
ORDER BY ranked.indicator_code, ranked.report_year, ranked.issuer_kind, ranked.region_code;

COMMENT ON TABLE mart_comparison IS 'Every observation among its peers: regions of one level, one kind of issuer, one year';
COMMENT ON COLUMN mart_comparison.region_code IS 'GB/T 2260 code of six digits';
COMMENT ON COLUMN mart_comparison.region_name IS 'Name of the region in the report year';
COMMENT ON COLUMN mart_comparison.province_name IS 'Name of its province';
COMMENT ON COLUMN mart_comparison.issuer_kind IS 'government, bureau, party_government or township; never mixed';
COMMENT ON COLUMN mart_comparison.report_year IS 'Year reported on';
COMMENT ON COLUMN mart_comparison.indicator_code IS 'Indicator';
COMMENT ON COLUMN mart_comparison.indicator_name IS 'Name in Chinese';
COMMENT ON COLUMN mart_comparison.unit IS 'Unit as stated';
COMMENT ON COLUMN mart_comparison.value IS 'Value in the base unit';
COMMENT ON COLUMN mart_comparison.qualifier IS 'How near the value is to the number';
COMMENT ON COLUMN mart_comparison.as_of IS 'Month (YYYY-MM) the number runs to; NULL for the whole year';
COMMENT ON COLUMN mart_comparison.figure_id IS 'Figure chosen';
COMMENT ON COLUMN mart_comparison.mention_count IS 'Candidates that state the value chosen';
COMMENT ON COLUMN mart_comparison.is_conflicting IS 'True where candidates that claim the same give different values';
COMMENT ON COLUMN mart_comparison.verified_by IS 'Check that confirmed the figure chosen; else NULL';
COMMENT ON COLUMN mart_comparison.rank_all IS '1 for the highest value among all peers; equal values share a rank';
COMMENT ON COLUMN mart_comparison.peer_count IS 'Peers in all, itself included';
COMMENT ON COLUMN mart_comparison.percentile_all IS 'Per cent of all peers with this value or a lower one';
COMMENT ON COLUMN mart_comparison.rank_in_province IS '1 for the highest value in the province';
COMMENT ON COLUMN mart_comparison.province_peer_count IS 'Peers in the province, itself included';
COMMENT ON COLUMN mart_comparison.percentile_in_province IS 'Per cent of the peers in the province with this value or a lower one';
COMMENT ON COLUMN mart_comparison.previous_value IS 'Value of the year before, in the same unit, of the same region under its former code too; NULL where there is none';
COMMENT ON COLUMN mart_comparison.change_value IS 'Value less previous_value, in the unit';
COMMENT ON COLUMN mart_comparison.change_pct IS 'Change against previous_value in per cent; NULL where that is 0 or absent';
COMMENT ON COLUMN mart_comparison.region_level IS 'province, prefecture or county';
COMMENT ON COLUMN mart_comparison.is_fictional IS 'True for the regions of the sample, which exist nowhere';
