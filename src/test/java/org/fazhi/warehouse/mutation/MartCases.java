package org.fazhi.warehouse.mutation;

import static org.fazhi.warehouse.mutation.TransformCases.document;
import static org.fazhi.warehouse.mutation.TransformCases.figure;
import static org.fazhi.warehouse.mutation.TransformCases.region;

import java.util.ArrayList;
import java.util.List;

/** What readers see, from rows of the tables below. */
final class MartCases {

    private static final List<String> COMPARISON =
            List.of("marts/20_mart_observation.sql", "marts/21_mart_comparison.sql");
    private static final List<String> CHANGE =
            List.of("marts/10_mart_document.sql", "marts/20_mart_observation.sql", "marts/40_mart_change.sql");
    private static final String BEFORE =
            "SELECT region_code, issuer_kind, report_year, indicator_code, value, previous_value,"
                    + " change_value, change_pct FROM mart_comparison ORDER BY ALL";
    private static final String INDICATORS = "INSERT INTO dim_indicator SELECT code, 'd', 'n', 'x', '件', 'count',"
            + " true, NULL, 'n', 'x', 'neutral', 'flow', NULL, NULL FROM (VALUES ('i'), ('j')) AS codes (code);";

    /** The document that {@link #stated} names. */
    private static final String BODY_DOCUMENT =
            document("d", "990101", 2024) + "UPDATE dim_document SET region_key = '990101-1981';";
    /** One code under three names; the last ended within the years of the second, which a table of regions should not say. */
    static final String FORMER_REGIONS = region("990101", "甲县", "county", "990000", "NULL", 1981, "2000", "[]")
            + region("990101", "甲市", "county", "990000", "NULL", 2004, "NULL", "[]")
            + region("990101", "误", "county", "990000", "NULL", 2007, "2010", "[]")
            + region("990102", "乙县", "county", "990000", "NULL", 1981, "NULL", "[]");

    private static final String COLUMNS = "subject, change, document_id, url, region_code, issuer_kind, report_year,"
            + " indicator_code, field, value_before, value_after, reason";

    /** One body for each kind in a region, where a plant names no other. */
    private static final String BODIES = """
            UPDATE dim_document SET issuer_key = region_code || '/' || issuer_kind;
            UPDATE dim_source SET issuer_key = region_code || '/' || issuer_kind WHERE issuer_key = '';
            UPDATE fact_observation SET issuer_key = region_code || '/' || issuer_kind WHERE issuer_key = '';
            UPDATE fact_coverage SET issuer_key = region_code || '/' || issuer_kind WHERE issuer_key = '';
            INSERT INTO dim_issuer
            SELECT DISTINCT issuer_key, issuer_key || ' in full', 'body ' || issuer_kind, issuer_kind, NULL, region_code, 'general', []
            FROM (
                SELECT issuer_key, issuer_kind, region_code FROM dim_document WHERE issuer_key IS NOT NULL
                UNION SELECT issuer_key, issuer_kind, region_code FROM fact_observation
                UNION SELECT issuer_key, issuer_kind, region_code FROM fact_coverage
            ) AS named
            WHERE issuer_key NOT IN (SELECT issuer_key FROM dim_issuer)
            """;

    static final List<ScriptCase> ALL = cases().stream()
            .map(each ->
                    new ScriptCase(each.name(), each.scripts(), each.plant() + BODIES, each.query(), each.expected()))
            .toList();

    private MartCases() {}

    private static List<ScriptCase> cases() {
        List<ScriptCase> cases = new ArrayList<>();
        comparison(cases);
        change(cases);
        views(cases);
        return cases;
    }

    private static void comparison(List<ScriptCase> cases) {
        String places = INDICATORS + standing("990101") + standing("990102") + standing("990103") + standing("990104")
                + standing("990105") + region("990100", "市", "prefecture", "990000", "NULL", 1981, "NULL", "[]")
                + standing("991101") + "UPDATE dim_region SET province_name = '外省' WHERE region_code = '991101';"
                + "UPDATE dim_region SET current_code = region_code;";
        cases.add(new ScriptCase(
                "ranks counties with counties of one year, kind of issuer and indicator, whole years with whole years",
                COMPARISON,
                places
                        + observed("990101", 2024, 40)
                        + observed("990102", 2024, 60)
                        + observed("990103", 2024, 60)
                        + observed("991101", 2024, 10)
                        + observed("990100", 2024, 99)
                        + observed("990101", 2023, 32)
                        + observed("990101", 2024, 70)
                        + changed("issuer_kind = 'bureau'")
                        + observed("990101", 2024, 5)
                        + changed("indicator_code = 'j'")
                        + observed("990102", 2024, 80)
                        + changed("issuer_kind = 'bureau', issuer_key = 'schools'")
                        + "INSERT INTO dim_issuer VALUES ('schools', 'n', 'b', 'bureau', NULL, '990102', 'education', []);"
                        + observed("990103", 2024, 90)
                        + changed("issuer_kind = 'bureau', issuer_key = 'any'")
                        + "INSERT INTO dim_issuer VALUES ('any', 'n', 'b', 'bureau', NULL, '990103', 'other', []);"
                        + observed("990104", 2024, 1000)
                        + changed("as_of = '2024-11', is_whole_year = false")
                        + observed("990105", 2024, 2000)
                        + changed("tense = 'cumulative', is_whole_year = false"),
                "SELECT region_code, issuer_kind, report_year, indicator_code, value::INTEGER, rank_all, peer_count,"
                        + " percentile_all, rank_in_province, province_peer_count, percentile_in_province"
                        + " FROM mart_comparison ORDER BY ALL",
                List.of(
                        "990100|government|2024|i|99|1|1|100.00|1|1|100.00",
                        "990101|bureau|2024|i|70|1|1|100.00|1|1|100.00",
                        "990101|government|2023|i|32|1|1|100.00|1|1|100.00",
                        "990101|government|2024|i|40|3|4|50.00|3|3|33.33",
                        "990101|government|2024|j|5|1|1|100.00|1|1|100.00",
                        "990102|bureau|2024|i|80|1|1|100.00|1|1|100.00",
                        "990102|government|2024|i|60|1|4|100.00|1|3|100.00",
                        "990103|bureau|2024|i|90|-|-|-|-|-|-",
                        "990103|government|2024|i|60|1|4|100.00|1|3|100.00",
                        "990104|government|2024|i|1000|-|-|-|-|-|-",
                        "990105|government|2024|i|2000|-|-|-|-|-|-",
                        "991101|government|2024|i|10|4|4|25.00|1|1|100.00")));
        cases.add(new ScriptCase(
                "gives a share that cannot be neither rank nor year before, and counts it as nobody's peer",
                COMPARISON,
                places + "UPDATE dim_indicator SET kind = 'rate', unit = '%' WHERE indicator_code = 'i';"
                        + observed("990101", 2023, 101)
                        + observed("990101", 2024, 100)
                        + observed("990102", 2023, 30)
                        + observed("990102", 2024, 101)
                        + observed("990103", 2024, 0)
                        + observed("990104", 2024, -1)
                        + observed("990105", 2024, 99)
                        + changed("value_high = 101")
                        + observed("990105", 2023, 98)
                        + changed("value_high = 100")
                        + "UPDATE fact_observation SET unit = '%';"
                        + observed("990101", 2022, 999)
                        + changed("unit = '‰'")
                        + observed("990101", 2024, 998)
                        + changed("indicator_code = 'j', unit = '%'"),
                "SELECT region_code, report_year, value::INTEGER, is_out_of_range, rank_all, peer_count, rank_in_province,"
                        + " previous_value::INTEGER FROM mart_comparison ORDER BY ALL",
                List.of(
                        "990101|2022|999|false|1|1|1|-",
                        "990101|2023|101|true|-|-|-|-",
                        "990101|2024|100|false|1|2|1|-",
                        "990101|2024|998|false|1|1|1|-",
                        "990102|2023|30|false|2|2|2|-",
                        "990102|2024|101|true|-|-|-|-",
                        "990103|2024|0|false|2|2|2|-",
                        "990104|2024|-1|true|-|-|-|-",
                        "990105|2023|98|false|1|2|1|-",
                        "990105|2024|99|true|-|-|-|-")));
        cases.add(new ScriptCase(
                "marks the first year of a series that a law broke, and no other",
                COMPARISON,
                places
                        + observed("990101", 2023, 32)
                        + observed("990101", 2024, 40)
                        + observed("990101", 2025, 41)
                        + observed("990102", 2024, 8)
                        + changed("indicator_code = 'j'")
                        + "UPDATE dim_indicator SET valid_from_year = 2024 WHERE indicator_code = 'i';",
                "SELECT region_code, report_year, is_series_break FROM mart_comparison ORDER BY ALL",
                List.of("990101|2023|false", "990101|2024|true", "990101|2025|false", "990102|2024|false")));
        cases.add(new ScriptCase(
                "holds a value against that of the year before, of the same region, kind, indicator and unit",
                COMPARISON,
                places
                        + observed("990101", 2022, 10)
                        + observed("990101", 2023, 32)
                        + observed("990101", 2024, 40)
                        + observed("990102", 2022, 7)
                        + observed("990102", 2024, 8)
                        + observed("990103", 2023, 5)
                        + changed("unit = '起'")
                        + observed("990103", 2024, 6)
                        + observed("990104", 2023, 5)
                        + changed("issuer_kind = 'bureau'")
                        + observed("990104", 2024, 6)
                        + observed("990105", 2023, 5)
                        + changed("indicator_code = 'j'")
                        + observed("990105", 2024, 6)
                        + observed("991101", 2023, 0)
                        + observed("991101", 2024, 6),
                BEFORE,
                List.of(
                        "990101|government|2022|i|10.000000|-|-|-",
                        "990101|government|2023|i|32.000000|10.000000|22.000000|220.0",
                        "990101|government|2024|i|40.000000|32.000000|8.000000|25.0",
                        "990102|government|2022|i|7.000000|-|-|-",
                        "990102|government|2024|i|8.000000|-|-|-",
                        "990103|government|2023|i|5.000000|-|-|-",
                        "990103|government|2024|i|6.000000|-|-|-",
                        "990104|bureau|2023|i|5.000000|-|-|-",
                        "990104|government|2024|i|6.000000|-|-|-",
                        "990105|government|2023|j|5.000000|-|-|-",
                        "990105|government|2024|i|6.000000|-|-|-",
                        "991101|government|2023|i|0.000000|-|-|-",
                        "991101|government|2024|i|6.000000|0.000000|6.000000|-")));
        cases.add(new ScriptCase(
                "holds parts of years and running totals against nothing",
                COMPARISON,
                places
                        + observed("990101", 2023, 32)
                        + changed("as_of = '2023-11', is_whole_year = false")
                        + observed("990101", 2024, 40)
                        + observed("990102", 2023, 32)
                        + observed("990102", 2024, 40)
                        + changed("as_of = '2024-11', is_whole_year = false")
                        + observed("990103", 2023, 32)
                        + changed("tense = 'cumulative', is_whole_year = false")
                        + observed("990103", 2024, 40)
                        + observed("990104", 2023, 32)
                        + observed("990104", 2024, 40)
                        + changed("tense = 'cumulative', is_whole_year = false"),
                "SELECT count(*), count(previous_value) FROM mart_comparison",
                List.of("8|0")));
        cases.add(new ScriptCase(
                "follows a region through a new code, and takes its own code first",
                COMPARISON,
                INDICATORS + region("990101", "甲县", "county", "990000", "NULL", 1981, "2001", "['990102']")
                        + region("990102", "甲区", "county", "990000", "NULL", 2001, "NULL", "[]")
                        + "UPDATE dim_region SET current_code = '990102';"
                        + observed("990101", 1999, 30) + observed("990101", 2000, 40) + observed("990102", 2001, 50)
                        + observed("990102", 2003, 60) + observed("990101", 2003, 61)
                        + observed("990102", 2004, 70),
                BEFORE,
                List.of(
                        "990101|government|1999|i|30.000000|-|-|-",
                        "990101|government|2000|i|40.000000|30.000000|10.000000|33.33",
                        "990101|government|2003|i|61.000000|-|-|-",
                        "990102|government|2001|i|50.000000|40.000000|10.000000|25.0",
                        "990102|government|2003|i|60.000000|-|-|-",
                        "990102|government|2004|i|70.000000|60.000000|10.000000|16.67")));
        cases.add(new ScriptCase(
                "gives what was merged no year before, and keeps those that will merge apart",
                COMPARISON,
                INDICATORS + region("990101", "甲", "county", "990000", "NULL", 1981, "2015", "['990103']")
                        + region("990102", "乙", "county", "990000", "NULL", 1981, "2015", "['990103']")
                        + region("990103", "丙", "county", "990000", "NULL", 2015, "NULL", "[]")
                        + "UPDATE dim_region SET current_code = '990103';"
                        + observed("990101", 2013, 10) + observed("990102", 2013, 20) + observed("990101", 2014, 11)
                        + observed("990102", 2014, 22) + observed("990103", 2015, 40) + observed("990103", 2016, 50),
                BEFORE,
                List.of(
                        "990101|government|2013|i|10.000000|-|-|-",
                        "990101|government|2014|i|11.000000|10.000000|1.000000|10.0",
                        "990102|government|2013|i|20.000000|-|-|-",
                        "990102|government|2014|i|22.000000|20.000000|2.000000|10.0",
                        "990103|government|2015|i|40.000000|-|-|-",
                        "990103|government|2016|i|50.000000|40.000000|10.000000|25.0")));
        cases.add(new ScriptCase(
                "follows a region that no longer has one code by the code it had",
                COMPARISON,
                INDICATORS
                        + region("990101", "甲", "county", "990000", "NULL", 1981, "2015", "['990102', '990103']")
                        + observed("990101", 2013, 10)
                        + observed("990101", 2014, 11)
                        + observed("990101", 2015, 12)
                        + observed("990101", 2016, 13),
                BEFORE,
                List.of(
                        "990101|government|2013|i|10.000000|-|-|-",
                        "990101|government|2014|i|11.000000|10.000000|1.000000|10.0",
                        "990101|government|2015|i|12.000000|11.000000|1.000000|9.09",
                        "990101|government|2016|i|13.000000|12.000000|1.000000|8.33")));
        cases.add(new ScriptCase(
                "gives no year before while another region that will merge lies apart, in its first year and after its last",
                COMPARISON,
                INDICATORS + region("990101", "甲", "county", "990000", "NULL", 1981, "NULL", "[]")
                        + region("990102", "乙", "county", "990000", "NULL", 2015, "2020", "['990101']")
                        + region("990103", "丙", "county", "990000", "NULL", 1981, "2015", "['990105']")
                        + region("990104", "丁", "county", "990000", "NULL", 1981, "2015", "['990105']")
                        + region("990105", "戊", "county", "990000", "NULL", 2015, "NULL", "[]")
                        + "UPDATE dim_region SET current_code = CASE WHEN region_code < '990103' THEN '990101' ELSE '990105' END;"
                        + observed("990101", 2014, 10) + observed("990101", 2015, 20) + observed("990101", 2016, 30)
                        + observed("990101", 2019, 40) + observed("990101", 2020, 50),
                BEFORE,
                List.of(
                        "990101|government|2014|i|10.000000|-|-|-",
                        "990101|government|2015|i|20.000000|-|-|-",
                        "990101|government|2016|i|30.000000|20.000000|10.000000|50.0",
                        "990101|government|2019|i|40.000000|-|-|-",
                        "990101|government|2020|i|50.000000|-|-|-")));
        cases.add(new ScriptCase(
                "follows no new code while two regions lie apart that will be one",
                COMPARISON,
                INDICATORS + region("990101", "甲县", "county", "990000", "NULL", 1981, "2010", "['990102']")
                        + region("990102", "甲区", "county", "990000", "NULL", 2010, "2020", "['990104']")
                        + region("990103", "乙", "county", "990000", "NULL", 1981, "2020", "['990104']")
                        + region("990104", "丙", "county", "990000", "NULL", 2020, "NULL", "[]")
                        + "UPDATE dim_region SET current_code = '990104';"
                        + observed("990101", 2009, 10) + observed("990103", 2009, 20) + observed("990102", 2010, 11)
                        + observed("990103", 2010, 30),
                BEFORE,
                List.of(
                        "990101|government|2009|i|10.000000|-|-|-",
                        "990102|government|2010|i|11.000000|-|-|-",
                        "990103|government|2009|i|20.000000|-|-|-",
                        "990103|government|2010|i|30.000000|20.000000|10.000000|50.0")));
        cases.add(new ScriptCase(
                "follows a region over a gap in its rows, and counts it once where they overlap",
                COMPARISON,
                INDICATORS + region("990101", "甲县", "county", "990000", "NULL", 1981, "2001", "['990102']")
                        + region("990102", "甲区", "county", "990000", "NULL", 2003, "NULL", "[]")
                        + region("990103", "乙", "county", "990000", "NULL", 1981, "NULL", "[]")
                        + region("990103", "误", "county", "990000", "NULL", 2002, "NULL", "[]")
                        + "UPDATE dim_region SET current_code = CASE WHEN region_code < '990103' THEN '990102' ELSE '990103' END;"
                        + observed("990101", 2001, 10) + observed("990102", 2002, 20) + observed("990103", 2001, 10)
                        + observed("990103", 2002, 30),
                BEFORE,
                List.of(
                        "990101|government|2001|i|10.000000|-|-|-",
                        "990102|government|2002|i|20.000000|10.000000|10.000000|100.0",
                        "990103|government|2001|i|10.000000|-|-|-",
                        "990103|government|2002|i|30.000000|10.000000|20.000000|200.0")));
        cases.add(new ScriptCase(
                "stands in the order of indicator, year, kind, region and body",
                COMPARISON,
                places
                        + BODY_DOCUMENT
                        + stated("990101", "bureau", "a", 2022, "j")
                        + stated("990102", "government", "b", 2024, "i")
                        + stated("990101", "government", "z", 2024, "i")
                        + stated("990101", "government", "y", 2024, "i")
                        + stated("990102", "bureau", "m", 2024, "i")
                        + stated("990102", "government", "b", 2023, "i"),
                "SELECT indicator_code, report_year, issuer_kind, region_code, issuer_key FROM mart_comparison",
                List.of(
                        "i|2023|government|990102|b",
                        "i|2024|bureau|990102|m",
                        "i|2024|government|990101|y",
                        "i|2024|government|990101|z",
                        "i|2024|government|990102|b",
                        "j|2022|bureau|990101|a")));
        cases.add(new ScriptCase(
                "prints a value without the zeros behind it",
                List.of("marts/20_mart_observation.sql"),
                places + observed("990101", 2023, 1200) + observed("990101", 2024, 7) + changed("value = 0.5"),
                "SELECT report_year, value_text FROM mart_observation ORDER BY ALL",
                List.of("2023|1200", "2024|0.5")));
    }

    private static void change(List<ScriptCase> cases) {
        String query = "SELECT " + COLUMNS + " FROM mart_change ORDER BY ALL";
        String standing = document("f", "990101", 2024) + text("f");
        cases.add(new ScriptCase(
                "says of a document added or removed why",
                CHANGE,
                document("b", "990101", 2024) + text("b") + document("c", "990101", 2024) + text("c")
                        + before("d", 2023) + before("e", 2023)
                        + before("l", 2023) + before("m", 2023)
                        + "INSERT INTO before_reading (document_id) VALUES ('c'), ('x');" + reading("d") + reading("b")
                        + reading("m")
                        + reading("k")
                        + "UPDATE fact_reading SET reason = 'archive_lost' WHERE document_id IN ('m', 'k');"
                        + stays("k")
                        + LISTED,
                query,
                List.of(
                        "document|added|b|u|990101|government|2024|-|version|-|1|new_report",
                        "document|added|c|u|990101|government|2024|-|version|-|1|rule_changed",
                        "document|changed|k|u|990101|government|2024|-|title|T|-|rule_changed",
                        "document|removed|d|u|990101|government|2023|-|version|1|-|rule_changed",
                        "document|removed|e|u|990101|government|2023|-|version|1|-|source_gone",
                        "document|removed|l|u|990101|government|2023|-|version|1|-|archive_lost",
                        "document|removed|m|u|990101|government|2023|-|version|1|-|archive_lost")));
        cases.add(new ScriptCase(
                "calls what a later release holds not yet read",
                CHANGE,
                before("d", 2023) + before("e", 2023) + before("l", 2023) + reading("d") + LISTED + stays("k")
                        + "SET VARIABLE is_backward = true;",
                query,
                List.of(
                        "document|changed|k|u|990101|government|2024|-|title|T|-|rule_changed",
                        "document|removed|d|u|990101|government|2023|-|version|1|-|rule_changed",
                        "document|removed|e|u|990101|government|2023|-|version|1|-|not_yet_read",
                        "document|removed|l|u|990101|government|2023|-|version|1|-|not_yet_read")));
        cases.add(new ScriptCase(
                "names each field of a document that changed, by the page or by a rule",
                CHANGE,
                standing + document("g", "990101", 2024) + text("g") + before("g", 2024)
                        + document("h", "990101", 2024) + text("h") + before("h", 2024)
                        + "UPDATE planted_document SET title = 'T' WHERE document_id = 'h';"
                        + "INSERT INTO planted_document VALUES ('f', 2, 'u2', '990102', 'bureau', 2023, 'q', '乙', 'T',"
                        + " DATE '2024-01-01', 3, 4);"
                        + "INSERT INTO dim_document SELECT * REPLACE (3 AS version, false AS is_current, 'O' AS title)"
                        + " FROM dim_document WHERE document_id = 'g';"
                        + "INSERT INTO document_text VALUES ('g', 3, 'x', NULL);",
                query,
                List.of(
                        "document|changed|f|u|990101|government|2024|-|figure_count|3|0|new_version",
                        "document|changed|f|u|990101|government|2024|-|issuer|乙|甲|new_version",
                        "document|changed|f|u|990101|government|2024|-|issuer_key|990102/bureau|990101/government|new_version",
                        "document|changed|f|u|990101|government|2024|-|issuer_kind|bureau|government|new_version",
                        "document|changed|f|u|990101|government|2024|-|published_date|2024-01-01|-|new_version",
                        "document|changed|f|u|990101|government|2024|-|region_code|990102|990101|new_version",
                        "document|changed|f|u|990101|government|2024|-|report_year|2023|2024|new_version",
                        "document|changed|f|u|990101|government|2024|-|section_count|4|0|new_version",
                        "document|changed|f|u|990101|government|2024|-|title|T|-|new_version",
                        "document|changed|f|u|990101|government|2024|-|version|2|1|new_version",
                        "document|changed|h|u|990101|government|2024|-|title|T|-|rule_changed")));
        String places = INDICATORS + standing("990101") + standing("990102");
        cases.add(new ScriptCase(
                "says of an observation that came, went or changed why",
                CHANGE,
                places + observed("990101", 2024, 10) + observed("990101", 2023, 20) + observed("990101", 2022, 30)
                        + observed("990101", 2021, 40) + observed("990102", 2020, 50) + observed("990102", 2019, 60)
                        + "INSERT INTO document_text SELECT document_id, version, 't', NULL FROM dim_document;"
                        + "INSERT INTO planted_document SELECT document_id, 1, 'u', region_code, 'government', report_year,"
                        + " payload_digest, '甲', NULL, NULL, 0, 0 FROM dim_document WHERE report_year < 2024;"
                        + "UPDATE planted_document SET payload_digest = 'q' WHERE report_year = 2023;"
                        + before("gone", 2020)
                        + before("gone", 2018)
                        + "UPDATE planted_document SET region_code = '990102' WHERE document_id = 'gone';"
                        + "INSERT INTO planted_observation VALUES"
                        + " ('990101', 'government', 2023, 'i', 21, '件', 'x', '990101-2023', 'v'),"
                        + " ('990101', 'government', 2022, 'i', 31, '件', 'x', '990101-2022', 'v'),"
                        + " ('990101', 'government', 2021, 'i', 40, '起', 'x', '990101-2021', 'v'),"
                        + " ('990102', 'government', 2020, 'i', 51, '件', 'x', 'gone', 'v'),"
                        + " ('990102', 'government', 2019, 'i', 60, '件', 'x', '990102-2019', 'v'),"
                        + " ('990102', 'government', 2018, 'i', 70, '件', 'x', 'gone', 'v'),"
                        + " ('990102', 'bureau', 2017, 'i', 80, '件', 'x', '990102-2019', 'v');",
                "SELECT " + COLUMNS + " FROM mart_change WHERE subject = 'observation' ORDER BY ALL",
                List.of(
                        "observation|added|990101-2024|u|990101|government|2024|i|value|-|10 件|new_report",
                        "observation|changed|990101-2021|u|990101|government|2021|i|value|40 起|40 件|rule_changed",
                        "observation|changed|990101-2022|u|990101|government|2022|i|value|31 件|30 件|rule_changed",
                        "observation|changed|990101-2023|u|990101|government|2023|i|value|21 件|20 件|new_version",
                        "observation|changed|990102-2020|u|990102|government|2020|i|value|51 件|50 件|source_gone",
                        "observation|removed|990102-2019|v|990102|bureau|2017|i|value|80 件|-|rule_changed",
                        "observation|removed|gone|v|990102|government|2018|i|value|70 件|-|source_gone")));
        cases.add(new ScriptCase(
                "says that a capture of the release before is a new version where its bytes are others, kept back or not",
                CHANGE,
                standing + before("f", 2024) + "UPDATE planted_document SET payload_digest = 'q', title = 'T';"
                        + "INSERT INTO before_reading (document_id) VALUES ('f');" + reading("f"),
                query,
                List.of("document|changed|f|u|990101|government|2024|-|title|T|-|new_version")));
        cases.add(new ScriptCase(
                "lays to a review of the document, come or gone, what such a review puts right, and nothing else",
                CHANGE,
                standing + document("gone", "990101", 2024) + text("gone") + document("fig", "990101", 2024)
                        + text("fig")
                        + document("new", "990101", 2024) + text("new") + document("same", "990101", 2024)
                        + text("same")
                        + "INSERT INTO planted_document VALUES ('f', 2, 'u', '990102', 'bureau', 2023, 'p', '乙', 'T',"
                        + " DATE '2024-01-01', 0, 4);"
                        + before("gone", 2024) + before("fig", 2024) + before("new", 2024) + before("same", 2024)
                        + "UPDATE planted_document SET issuer = '乙' WHERE document_id <> 'f';"
                        + "UPDATE planted_document SET payload_digest = 'q', figure_count = 1 WHERE document_id = 'new';"
                        + review("r1", "f", "NULL", "NULL", "NULL") + reviewBefore("r2", "gone", "NULL", "NULL")
                        + review("r3", "fig", "1", "'i'", "'i'") + review("r4", "new", "NULL", "NULL", "NULL")
                        + review("r5", "same", "NULL", "NULL", "NULL") + reviewBefore("r5", "same", "NULL", "NULL"),
                query,
                List.of(
                        "document|changed|f|u|990101|government|2024|-|issuer|乙|甲|review",
                        "document|changed|f|u|990101|government|2024|-|issuer_key|990102/bureau|990101/government|review",
                        "document|changed|f|u|990101|government|2024|-|issuer_kind|bureau|government|review",
                        "document|changed|f|u|990101|government|2024|-|published_date|2024-01-01|-|rule_changed",
                        "document|changed|f|u|990101|government|2024|-|region_code|990102|990101|rule_changed",
                        "document|changed|f|u|990101|government|2024|-|report_year|2023|2024|review",
                        "document|changed|f|u|990101|government|2024|-|section_count|4|0|rule_changed",
                        "document|changed|f|u|990101|government|2024|-|title|T|-|rule_changed",
                        "document|changed|f|u|990101|government|2024|-|version|2|1|review",
                        "document|changed|fig|u|990101|government|2024|-|issuer|乙|甲|rule_changed",
                        "document|changed|gone|u|990101|government|2024|-|issuer|乙|甲|review",
                        "document|changed|new|u|990101|government|2024|-|figure_count|1|0|new_version",
                        "document|changed|new|u|990101|government|2024|-|issuer|乙|甲|new_version",
                        "document|changed|same|u|990101|government|2024|-|issuer|乙|甲|rule_changed")));
        cases.add(new ScriptCase(
                "lays to reviews as many figures more or fewer as there are reviews of the document",
                CHANGE,
                counted("fewer", 2, 1)
                        + counted("more", 1, 2)
                        + counted("two", 3, 1)
                        + counted("beyond", 3, 1)
                        + counted("none", 2, 1)
                        + review("r1", "fewer", "1", "'i'", "NULL")
                        + review("r2", "more", "1", "NULL", "'i'")
                        + review("r3", "two", "1", "'i'", "NULL")
                        + review("r4", "two", "2", "'i'", "NULL")
                        + review("r5", "beyond", "1", "'i'", "'j'"),
                "SELECT document_id, field, value_before, value_after, reason FROM mart_change ORDER BY ALL",
                List.of(
                        "beyond|figure_count|3|1|rule_changed",
                        "fewer|figure_count|2|1|review",
                        "more|figure_count|1|2|review",
                        "none|figure_count|2|1|rule_changed",
                        "two|figure_count|3|1|review")));
        cases.add(new ScriptCase(
                "lays an observation to a review of its document, or of one of its figures that had or has its indicator",
                CHANGE,
                places + observed("990101", 2024, 10) + observed("990101", 2023, 10) + observed("990101", 2022, 10)
                        + observed("990101", 2021, 10) + observed("990101", 2020, 10) + observed("990101", 2019, 10)
                        + observed("990101", 2018, 10)
                        + "INSERT INTO document_text SELECT document_id, version, 't', NULL FROM dim_document;"
                        + document("was", "990101", 2020) + text("was") + before("was", 2020)
                        + "INSERT INTO planted_document SELECT document_id, 1, 'u', region_code, 'government', report_year,"
                        + " payload_digest, '甲', NULL, NULL, 0, 0 FROM dim_document WHERE document_id <> 'was';"
                        + "UPDATE planted_document SET payload_digest = 'q' WHERE report_year = 2019;"
                        + "INSERT INTO planted_observation SELECT region_code, issuer_kind, report_year, 'i', 11, '件', 'x',"
                        + " if(report_year = 2020, 'was', document_id), 'u' FROM fact_observation;"
                        + review("r1", "990101-2024", "1", "'i'", "'j'")
                        + review("r2", "990101-2023", "1", "'j'", "'i'")
                        + review("r3", "990101-2022", "NULL", "NULL", "NULL")
                        + review("r4", "990101-2021", "1", "'j'", "'j'")
                        + review("r5", "was", "1", "'i'", "NULL") + review("r6", "990101-2019", "1", "'i'", "'i'")
                        // A review that went, of the document that it was chosen from.
                        + document("went", "990101", 2018) + text("went") + before("went", 2018)
                        + reviewBefore("r7", "went", "'i'", "NULL")
                        + "UPDATE planted_observation SET document_id = 'went' WHERE report_year = 2018;",
                "SELECT report_year, reason FROM mart_change WHERE subject = 'observation' ORDER BY ALL DESC",
                List.of(
                        "2024|review",
                        "2023|review",
                        "2022|review",
                        "2021|rule_changed",
                        "2020|review",
                        "2019|new_version",
                        "2018|review")));
        cases.add(new ScriptCase(
                "holds the report of each year at one address against its own, and those of other years in the order of versions",
                CHANGE,
                // A year more, captured and not; a year less; a year put right; the year of both, and two put right.
                years("more", "1, 2023", "2, 2024") + before("more", 2023)
                        + years("known", "1, 2023", "2, 2024") + before("known", 2023)
                        + "INSERT INTO before_reading VALUES ('known', 'p'), ('more', 'q'), ('less', 'p'), ('new', 'q');"
                        + years("less", "2, 2024") + before("less", 2023) + before("less", 2024)
                        + reading("less")
                        + years("right", "1, 2023") + before("right", 2024)
                        + years("two", "1, NULL", "2, 2022", "3, 2021") + before("two", null)
                        + "INSERT INTO planted_document SELECT planted_document.* REPLACE (v AS version, y AS report_year) FROM planted_document,"
                        + " (VALUES (2, 2012), (3, 2011)) AS more (v, y) WHERE document_id = 'two' AND report_year IS NULL;"
                        + years("new", "1, 2024")
                        + years("both", "1, 2023", "2, 2024") + before("both", 2023) + before("both", 2024)
                        + "UPDATE planted_document SET version = 2 WHERE document_id = 'both' AND report_year = 2024;",
                "SELECT change, document_id, report_year, field, value_before, value_after, reason FROM mart_change"
                        + " WHERE field IN ('version', 'report_year') ORDER BY ALL",
                List.of(
                        "added|known|2024|version|-|2|rule_changed",
                        "added|more|2024|version|-|2|new_report",
                        "added|new|2024|version|-|1|rule_changed",
                        "changed|less|2024|version|1|2|rule_changed",
                        "changed|right|2023|report_year|2024|2023|rule_changed",
                        "changed|two|2021|report_year|2011|2021|rule_changed",
                        "changed|two|2022|report_year|2012|2022|rule_changed",
                        "removed|less|2023|version|1|-|rule_changed")));
        cases.add(new ScriptCase(
                "says why an observation changed by the year's own document, of that which it was chosen from too",
                CHANGE,
                places + years("d", "1, 2023", "2, 2024") + before("d", 2023)
                        + years("w", "1, 2023", "2, 2022") + before("w", 2022)
                        + "INSERT INTO planted_document VALUES ('w', 1, 'u', '990101', 'government', 2023, 'q', '甲', NULL, NULL, 0, 0);"
                        + "UPDATE dim_document SET region_key = '990101-1981';"
                        + stated("990101", "government", "990101/government", 2023, "i")
                        + "INSERT INTO planted_observation VALUES ('990101', 'government', 2023, 'i', 11, '件', 'x', 'w', 'u');",
                "SELECT report_year, reason FROM mart_change WHERE subject = 'observation'",
                List.of("2023|new_version")));
        cases.add(new ScriptCase(
                "says of a report that stands elsewhere that it moved, and returned, in its year alone",
                CHANGE,
                // From old to here, both known by their year, or neither.
                years("here", "1, 2024") + years("old", "1, 2024") + elsewhere("old", "here") + before("old", 2024)
                        + years("none", "1, NULL") + years("bare", "1, NULL") + elsewhere("bare", "none")
                        + before("bare", null)
                        // Another year of what moved; one that was elsewhere before already.
                        + years("late", "1, 2023") + years("early", "1, 2024") + elsewhere("early", "late")
                        + before("early", 2023) + reading("early")
                        + years("stood", "1, 2024") + years("away", "1, 2024") + elsewhere("away", "stood")
                        + before("away", 2023) + reading("away")
                        // One that leads to a report of another year; one that is a former version and moved nowhere.
                        + years("to", "1, 2023") + years("from", "1, 2024") + elsewhere("from", "to")
                        + before("from", 2024)
                        + years("lone", "1, 2024") + before("lone", 2024) + reading("lone")
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'lone';"
                        // Back at its own address, by year or without one; and another year of it.
                        + years("back", "1, 2024") + "INSERT INTO before_superseded VALUES ('back', 2024);"
                        + years("home", "1, NULL") + "INSERT INTO before_superseded VALUES ('home', NULL);"
                        + years("other", "1, 2024")
                        + "INSERT INTO before_superseded VALUES ('other', 2023), ('stood', 2023);",
                "SELECT change, document_id, report_year, reason FROM mart_change ORDER BY ALL",
                List.of(
                        "added|back|2024|returned",
                        "added|here|2024|moved",
                        "added|home|-|returned",
                        "added|late|2023|new_report",
                        "added|none|-|moved",
                        "added|other|2024|new_report",
                        "added|stood|2024|new_report",
                        "added|to|2023|new_report",
                        "removed|away|2023|rule_changed",
                        "removed|bare|-|moved",
                        "removed|early|2023|rule_changed",
                        "removed|from|2024|moved",
                        "removed|lone|2024|rule_changed",
                        "removed|old|2024|moved")));
        cases.add(new ScriptCase(
                "says since when a page is withdrawn, and that it returned, whatever else changed",
                CHANGE,
                years("gone", "1, 2024") + before("gone", 2024) + withdrawn("gone")
                        + years("back", "1, 2024") + before("back", 2024)
                        + "INSERT INTO planted_withdrawn VALUES ('back', DATE '2026-01-03'), ('still', DATE '2026-01-05'),"
                        + " ('again', DATE '2026-01-03');"
                        + years("still", "1, 2024") + before("still", 2024) + withdrawn("still")
                        + years("again", "1, 2024") + before("again", 2024) + withdrawn("again")
                        + "UPDATE planted_document SET payload_digest = 'q' WHERE document_id = 'gone';",
                "SELECT document_id, field, value_before, value_after, reason FROM mart_change ORDER BY ALL",
                List.of(
                        "again|withdrawn_on|2026-01-03|2026-01-05|withdrawn",
                        "back|withdrawn_on|2026-01-03|-|returned",
                        "gone|withdrawn_on|-|2026-01-05|withdrawn")));
        cases.add(new ScriptCase(
                "lays to a review that has come what it put right in a page that changed, and not what the page changed",
                CHANGE,
                places + observed("990101", 2024, 10) + observed("990101", 2023, 10) + observed("990101", 2022, 10)
                        + observed("990101", 2021, 10) + observed("990101", 2020, 10) + observed("990101", 2019, 10)
                        + observed("990101", 2018, 10) + observed("990101", 2017, 10)
                        + "INSERT INTO document_text SELECT document_id, version, 't', NULL FROM dim_document;"
                        + "INSERT INTO planted_document SELECT document_id, 1, 'u', region_code, 'government', report_year,"
                        + " 'q', '甲', NULL, NULL, 0, 0 FROM dim_document;"
                        + "INSERT INTO planted_observation SELECT region_code, issuer_kind, report_year, 'i', 11, '件', 'x',"
                        + " document_id, 'u' FROM fact_observation;"
                        // The figures chosen are the seventh of their documents.
                        + "UPDATE fact_observation SET figure_id = document_id || '-1-f7';"
                        // Put right; confirmed; of another figure; of another indicator; known before; taken off one.
                        + review("r1", "990101-2024", "7", "'i'", "'i'")
                        + review("r2", "990101-2023", "7", "'i'", "'i'")
                        + "UPDATE fact_review SET verdict = 'confirmed' WHERE review_id = 'r2';"
                        + review("r3", "990101-2022", "6", "'i'", "'i'")
                        + review("r4", "990101-2021", "7", "'j'", "'j'")
                        + review("r5", "990101-2020", "7", "'i'", "'i'")
                        + "INSERT INTO before_review VALUES ('r5');"
                        + review("r6", "990101-2019", "6", "'i'", "NULL")
                        + review("r7", "990101-2018", "6", "'j'", "NULL")
                        + review("r8", "990101-2017", "6", "'i'", "'j'")
                        + "UPDATE fact_review_match SET version = 2 WHERE review_id = 'r8';",
                "SELECT report_year, reason FROM mart_change WHERE subject = 'observation' ORDER BY ALL DESC",
                List.of(
                        "2024|review",
                        "2023|new_version",
                        "2022|new_version",
                        "2021|new_version",
                        "2020|new_version",
                        "2019|review",
                        "2018|new_version",
                        "2017|new_version")));
        cases.add(new ScriptCase(
                "lays to a review what it took from a page that changed, of that document, body and year alone",
                CHANGE,
                places + observed("990101", 2024, 10)
                        + "INSERT INTO document_text SELECT document_id, version, 't', NULL FROM dim_document;"
                        + "DELETE FROM fact_observation;"
                        + "INSERT INTO planted_document SELECT document_id, 1, 'u', region_code, 'government', report_year,"
                        + " 'q', '甲', NULL, NULL, 0, 0 FROM dim_document;"
                        + "INSERT INTO planted_observation VALUES"
                        + " ('990101', 'government', 2024, 'i', 11, '件', 'x', '990101-2024', 'u'),"
                        + " ('990101', 'government', 2023, 'i', 11, '件', 'x', '990101-2024', 'u'),"
                        + " ('990101', 'bureau', 2024, 'i', 11, '件', 'x', '990101-2024', 'u'),"
                        + " ('990102', 'government', 2024, 'j', 11, '件', 'x', '990101-2024', 'u'),"
                        + " ('990101', 'government', 2024, 'j', 11, '件', 'x', 'off', 'u');"
                        + review("r1", "990101-2024", "6", "'i'", "NULL")
                        + review("r2", "990101-2024", "5", "'j'", "'i'")
                        // The page has another year too, of which the review is not.
                        + years("990101-2024", "2, 2023")
                        + "INSERT INTO planted_document VALUES ('990101-2024', 2, 'u', '990101', 'government', 2023, 'q', '甲',"
                        + " NULL, NULL, 0, 0);",
                "SELECT region_code, issuer_kind, report_year, indicator_code, reason FROM mart_change"
                        + " WHERE subject = 'observation' ORDER BY ALL",
                List.of(
                        "990101|bureau|2024|i|new_version",
                        "990101|government|2023|i|new_version",
                        "990101|government|2024|i|review",
                        "990101|government|2024|j|rule_changed",
                        "990102|government|2024|j|new_version")));
        cases.add(new ScriptCase(
                "names the region as it was in the report year, from its first to before its last, else the latest",
                CHANGE,
                FORMER_REGIONS + before("a", 1980) + before("b", 1981) + before("c", 1999) + before("d", 2000)
                        + before("e", 2005) + before("f", 2012) + before("g", 2024) + before("h", 2024)
                        + "UPDATE planted_document SET region_code = '990102' WHERE document_id = 'h';"
                        + "UPDATE planted_document SET report_year = NULL WHERE document_id = 'g';",
                "SELECT document_id, region_name FROM mart_change ORDER BY ALL",
                List.of("a|误", "b|甲县", "c|甲县", "d|误", "e|甲市", "f|甲市", "g|误", "h|乙县")));
        cases.add(new ScriptCase(
                "stands in the order of subject, document, body, year, indicator and field",
                CHANGE,
                places + BODY_DOCUMENT + "UPDATE dim_document SET document_id = 'b';"
                        + document("a", "990102", 2024) + text("a") + document("c", "990101", 2024) + text("c")
                        + before("c", 2023) + "UPDATE planted_document SET issuer = '乙', figure_count = 1;"
                        + stated("990102", "bureau", "a", 2021, "i") + stated("990101", "government", "l", 2022, "i")
                        + stated("990101", "government", "k", 2024, "i")
                        + stated("990101", "government", "k", 2023, "j")
                        + stated("990101", "government", "k", 2023, "i") + stated("990101", "bureau", "m", 2024, "j")
                        + "UPDATE fact_observation SET document_id = 'b';",
                "SELECT subject, document_id, region_code, issuer_kind, issuer_key, report_year, indicator_code, field"
                        + " FROM mart_change",
                List.of(
                        "document|a|990102|government|990102/government|2024|-|version",
                        "document|c|990101|government|990101/government|2024|-|figure_count",
                        "document|c|990101|government|990101/government|2024|-|issuer",
                        "document|c|990101|government|990101/government|2024|-|report_year",
                        "observation|b|990101|bureau|m|2024|j|value",
                        "observation|b|990101|government|k|2023|i|value",
                        "observation|b|990101|government|k|2023|j|value",
                        "observation|b|990101|government|k|2024|i|value",
                        "observation|b|990101|government|l|2022|i|value",
                        "observation|b|990102|bureau|a|2021|i|value")));
        cases.add(new ScriptCase(
                "says nothing where there is no release before",
                CHANGE,
                places + standing + observed("990101", 2024, 10) + "SET VARIABLE release_before = NULL;",
                query,
                List.of()));
    }

    private static void views(List<ScriptCase> cases) {
        String two = standing("990101") + document("a", "990101", 2024) + document("b", null, 2024)
                + "UPDATE dim_document SET region_key = '990101-1981' WHERE document_id = 'a';"
                + "INSERT INTO document_text VALUES ('a', 1, '一二三四五', '零一二三四五'), ('b', 1, '甲乙丙丁', NULL);"
                + section("s1", "a", 1, 3) + section("s2", "b", 0, 2) + figure("f", "a", "件", "NULL")
                + figure("g", "a", "件", "NULL") + figure("h", "b", "件", "NULL");
        cases.add(new ScriptCase(
                "counts figures and sections of each version of a document, none too, with its region where it is known",
                List.of("marts/10_mart_document.sql"),
                two + document("c", null, 2024) + "INSERT INTO document_text VALUES ('c', 1, 'x', NULL);"
                        + "INSERT INTO dim_document SELECT * REPLACE (2 AS version) FROM dim_document WHERE document_id = 'a';"
                        + "INSERT INTO document_text VALUES ('a', 2, 'y', NULL);",
                "SELECT document_id, version, region_name, text, repaired_text, figure_count, section_count, is_fictional,"
                        + " issuer_name FROM mart_document ORDER BY ALL",
                List.of(
                        "a|1|990101|一二三四五|零一二三四五|2|1|true|990101/government in full",
                        "a|2|990101|y|y|0|0|true|990101/government in full",
                        "b|1|-|甲乙丙丁|甲乙丙丁|1|1|false|-",
                        "c|1|-|x|x|0|0|false|-")));
        cases.add(new ScriptCase(
                "cuts a section out of its text and out of the repaired one",
                List.of("marts/11_mart_section.sql"),
                two,
                "SELECT section_id, text, repaired_text FROM mart_section ORDER BY ALL",
                List.of("s1|二三|二三", "s2|甲乙|乙丙")));
        cases.add(new ScriptCase(
                "shows figures with and without a region, printed without the zeros behind them",
                List.of("marts/12_mart_figure.sql"),
                two + "UPDATE fact_figure SET value = 1200 WHERE figure_id = 'f';"
                        + "UPDATE fact_figure SET value = 0.5 WHERE figure_id = 'g';",
                "SELECT figure_id, region_name, value_text, issuer_name FROM mart_figure ORDER BY ALL",
                List.of(
                        "f|990101|1200|990101/government in full",
                        "g|990101|0.5|990101/government in full",
                        "h|-|1|-")));
        cases.add(new ScriptCase(
                "shows checks with and without a region",
                List.of("marts/32_mart_quality.sql"),
                two
                        + "INSERT INTO fact_check SELECT document_id, 1, 0, 'sum', 'confirmed', '1', '1', [] FROM dim_document"
                        + " WHERE document_id IN ('a', 'b');",
                "SELECT document_id, check_name, region_name, issuer_name FROM mart_quality ORDER BY ALL",
                List.of("a|sum|990101|990101/government in full", "b|sum|-|-")));
        String checks =
                "INSERT INTO fact_check SELECT id, version, ordinal, 'sum', 'confirmed', '1', '1', ids FROM (VALUES"
                        + " ('a', 1, 0, ['a-1-f0', 'a-1-f1']), ('a', 1, 1, ['a-1-f1', 'a-1-f2']), ('a', 2, 0, ['a-2-f0']),"
                        + " ('b', 1, 0, ['b-1-f0', 'b-1-f1'])) AS c (id, version, ordinal, ids);"
                        + "INSERT INTO dim_document SELECT * REPLACE (2 AS version, false AS is_current) FROM dim_document WHERE"
                        + " document_id = 'a';";
        cases.add(new ScriptCase(
                "tells which checks have figures that a person has looked at, and what was said of them",
                List.of("marts/32_mart_quality.sql"),
                two + checks + review("r2", "a", "1", "'i'", "'i'") + review("r1", "b", "1", "'i'", "NULL")
                        + review("r0", "a", "NULL", "NULL", "NULL") + review("r4", "b", "0", "'i'", "NULL")
                        + "UPDATE fact_review SET reviewed_by = 'v', verdict = 'value' WHERE review_id = 'r1';",
                "SELECT figure_ids[1], reviewed_by, review_note FROM mart_quality ORDER BY ALL",
                List.of(
                        "a-1-f0|w|code on 2026-01-01: y",
                        "a-1-f1|w|code on 2026-01-01: y",
                        "a-2-f0|-|-",
                        "b-1-f0|v, w|code on 2026-01-01: y; value on 2026-01-01: y")));
        cases.add(new ScriptCase(
                "tells a reviewer of two figures of one check once",
                List.of("marts/32_mart_quality.sql"),
                two + checks + review("r1", "a", "0", "'i'", "'i'") + review("r0", "a", "1", "'i'", "'i'")
                        + "UPDATE fact_review SET why = review_id;",
                "SELECT reviewed_by, review_note FROM mart_quality WHERE len(figure_ids) = 2 AND document_id = 'a' ORDER BY ALL",
                List.of("w|code on 2026-01-01: r0", "w|code on 2026-01-01: r1; code on 2026-01-01: r0")));
        cases.add(new ScriptCase(
                "marks what its site has withdrawn, and nothing else",
                List.of("marts/10_mart_document.sql", "marts/12_mart_figure.sql", "marts/20_mart_observation.sql"),
                two
                        + INDICATORS
                        + observed("990101", 2024, 10)
                        + observed("990101", 2023, 10)
                        + withdrawn("a")
                        + withdrawn("990101-2023"),
                "SELECT 'd', document_id, is_withdrawn FROM mart_document UNION ALL SELECT 'f', figure_id, is_withdrawn FROM mart_figure"
                        + " UNION ALL SELECT 'o', document_id, is_withdrawn FROM mart_observation ORDER BY ALL",
                List.of(
                        "d|a|true",
                        "d|b|false",
                        "f|f|true",
                        "f|g|true",
                        "f|h|false",
                        "o|990101-2023|true",
                        "o|990101-2024|false")));
        cases.add(new ScriptCase(
                "scores each current version of a document, in their order",
                List.of("marts/31_mart_compliance.sql"),
                versioned("b", 3) + versioned("a", 2) + versioned("b", 1) + versioned("b", 2) + versioned("a", 1),
                "SELECT document_id, version FROM mart_compliance",
                List.of("a|1", "a|2", "b|1", "b|2", "b|3")));
        cases.add(new ScriptCase(
                "scores the parts of current documents, absent ones as no, in the order of documents",
                List.of("marts/31_mart_compliance.sql"),
                document("e", null, 2024)
                        + "INSERT INTO fact_part VALUES ('e', 1, 'achievements', false), ('e', 1, 'problems', false),"
                        + " ('e', 1, 'leadership', false), ('e', 1, 'plan', false), ('e', 1, 'other', false),"
                        + " ('e', 1, 'achievements', true), ('e', 1, 'problems', true), ('e', 1, 'leadership', true),"
                        + " ('e', 1, 'plan', true), ('e', 1, 'other', true);"
                        + document("d", null, 2024)
                        + "INSERT INTO fact_part VALUES ('d', 1, 'problems', true), ('d', 1, 'plan', true), ('d', 1, 'other', true);"
                        + document("c", null, 2024)
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'c';"
                        + document("b", "990101", 2024) + document("a", null, 2024)
                        + parts("achievements", "true", "problems", "false", "leadership", "true"),
                "SELECT document_id, has_achievements, has_problems, has_leadership, has_plan, has_other, score, region_code,"
                        + " issuer_name FROM mart_compliance",
                List.of(
                        "a|true|false|true|false|false|2|-|-",
                        "b|false|false|false|false|false|0|990101|990101/government in full",
                        "d|false|true|false|true|true|2|-|-",
                        "e|true|true|true|true|true|4|-|-")));
        cases.add(new ScriptCase(
                "names the region of coverage as it was in the report year, from its first to before its last, else the latest",
                List.of(ScriptBench.REGION_IN_YEAR, "transforms/31_coverage.sql", "marts/30_mart_coverage.sql"),
                FORMER_REGIONS
                        + "INSERT INTO fact_coverage BY NAME SELECT 's' AS source_id, 'p' AS publisher, code AS region_code,"
                        + " 'government' AS issuer_kind, year AS report_year, 'missing' AS state, '' AS issuer_key"
                        + " FROM (VALUES ('990101', 1980), ('990101', 1981), ('990101', 1999), ('990101', 2000), ('990101', 2005),"
                        + " ('990101', 2012), ('990102', 2012), ('990103', 2012)) AS owed (code, year);",
                "SELECT region_code, report_year, region_name, issuer_name FROM mart_coverage ORDER BY ALL",
                List.of(
                        "990101|1980|误|990101/government in full",
                        "990101|1981|甲县|990101/government in full",
                        "990101|1999|甲县|990101/government in full",
                        "990101|2000|误|990101/government in full",
                        "990101|2005|甲市|990101/government in full",
                        "990101|2012|甲市|990101/government in full",
                        "990102|2012|乙县|990102/government in full",
                        "990103|2012|-|990103/government in full")));
    }

    private static String standing(String code) {
        return region(code, code, "county", "990000", "NULL", 1981, "NULL", "[]");
    }

    /** A current document that states one value, and the observation chosen from it. */
    private static String observed(String region, int year, int value) {
        String id = region + "-" + year;
        return String.format(
                "CREATE OR REPLACE TEMP TABLE last_one AS SELECT '%1$s' || CASE WHEN EXISTS (SELECT 1 FROM dim_document"
                        + " WHERE document_id = '%1$s') THEN '-' || (SELECT count(*) FROM dim_document) ELSE '' END AS id;"
                        + "INSERT INTO dim_document BY NAME SELECT id AS document_id, 1 AS version, true AS is_current,"
                        + " 's' AS source_id, '%2$s' AS region_code, (SELECT max(region_key) FROM dim_region"
                        + " WHERE region_code = '%2$s') AS region_key, '甲' AS issuer, 'government' AS issuer_kind,"
                        + " 'r' AS report_kind, %3$d AS report_year, 'u' AS url, TIMESTAMP '2026-01-01' AS fetched_at,"
                        + " 'p' AS payload_digest FROM last_one;"
                        + "INSERT INTO fact_observation BY NAME SELECT '%2$s' AS region_code, 'government' AS issuer_kind,"
                        + " %3$d AS report_year, 'i' AS indicator_code, '件' AS unit, %4$d AS value, 'exact' AS qualifier,"
                        + " 'actual' AS tense, id || '-f' AS figure_id, id AS document_id, 1 AS version, 1 AS mention_count,"
                        + " 1 AS candidate_count, 1 AS distinct_value_count, false AS is_conflicting, '' AS issuer_key, true AS is_whole_year FROM last_one;",
                id, region, year, value);
    }

    /** Changes the observation planted last. */
    private static String changed(String assignment) {
        return "UPDATE fact_observation SET " + assignment + " WHERE document_id = (SELECT id FROM last_one);";
    }

    /** A value of a body, from the document of {@link #BODY_DOCUMENT}. */
    private static String stated(String region, String kind, String issuer, int year, String indicator) {
        return String.format(
                "INSERT INTO fact_observation BY NAME SELECT '%1$s' AS region_code, '%2$s' AS issuer_kind,"
                        + " %4$d AS report_year, '%5$s' AS indicator_code, '件' AS unit, 1 AS value, 'exact' AS qualifier,"
                        + " 'actual' AS tense, '%3$s%4$d%5$s' AS figure_id, 'd' AS document_id, 1 AS version,"
                        + " 1 AS mention_count, 1 AS candidate_count, 1 AS distinct_value_count, false AS is_conflicting,"
                        + " '%3$s' AS issuer_key, true AS is_whole_year;",
                region, kind, issuer, year, indicator);
    }

    /** A document with other figures than the release before read from it. */
    private static String counted(String id, int before, int now) {
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < now; i++) {
            figures.append(figure(id + i, id, "件", "NULL"));
        }
        return document(id, "990101", 2024) + text(id) + figures + before(id, 2024)
                + "UPDATE planted_document SET figure_count = " + before + " WHERE document_id = '" + id + "';";
    }

    private static String review(String id, String document, String ordinal, String read, String code) {
        return String.format(
                "INSERT INTO fact_review VALUES ('%1$s', 'f', 1, 'd', NULL, NULL, NULL, 'code', '', 'w', DATE '2026-01-01', 'y',"
                        + " 'applied', '', 1, 1);"
                        + "INSERT INTO fact_review_match VALUES ('%1$s', '%2$s', 1, %3$s, %4$s, %5$s);",
                id, document, ordinal, read, code);
    }

    private static String reviewBefore(String id, String document, String read, String code) {
        return String.format(
                "INSERT INTO before_review VALUES ('%1$s');"
                        + "INSERT INTO before_review_match VALUES ('%1$s', '%2$s', NULL, %3$s, %4$s);",
                id, document, read, code);
    }

    /** The release before had l of a source that is listed and e of one that is not. */
    private static final String LISTED =
            "INSERT INTO dim_source (source_id, publisher, region_code, issuer_kind, report_kind, since_year, issuer_key)"
                    + " VALUES ('here', 'p', '990101', 'government', 'rule_of_law', 2020, '');"
                    + "INSERT INTO before_source VALUES ('l', 'here'), ('e', 'off');";

    /** Current versions of one document, each as {@code number, year}. */
    private static String years(String id, String... versions) {
        StringBuilder sql = new StringBuilder();
        for (String version : versions) {
            String[] parts = version.split(", ");
            sql.append(document(id, "990101", parts[1].equals("NULL") ? null : Integer.valueOf(parts[1])))
                    .append("UPDATE dim_document SET version = " + parts[0] + " WHERE document_id = '" + id
                            + "' AND report_year IS NOT DISTINCT FROM " + parts[1] + ";")
                    .append("INSERT INTO document_text VALUES ('" + id + "', " + parts[0] + ", 't', NULL);");
        }
        return sql.toString();
    }

    private static String versioned(String id, int version) {
        return document("new", null, 2020 + version) + "UPDATE dim_document SET document_id = '" + id + "', version = "
                + version + " WHERE document_id = 'new';";
    }

    private static String elsewhere(String id, String by) {
        return "UPDATE dim_document SET is_current = false, same_as = '" + by + "' WHERE document_id = '" + id + "';";
    }

    private static String withdrawn(String id) {
        return "UPDATE dim_document SET withdrawn_on = DATE '2026-01-05' WHERE document_id = '" + id + "';";
    }

    private static String before(String id, Integer year) {
        return String.format(
                "INSERT INTO planted_document VALUES ('%s', 1, 'u', '990101', 'government', %d, 'p', '甲', NULL, NULL, 0, 0);",
                id, year);
    }

    /** A document of both releases that lost its title. */
    private static String stays(String id) {
        return document(id, "990101", 2024) + text(id) + before(id, 2024)
                + "UPDATE planted_document SET title = 'T' WHERE document_id = '" + id + "';";
    }

    private static String text(String id) {
        return "INSERT INTO document_text VALUES ('" + id + "', 1, 't', NULL);";
    }

    private static String reading(String id) {
        return "INSERT INTO fact_reading BY NAME SELECT 's' AS source_id, 'u' AS url, '" + id + "' AS document_id,"
                + " 'p' AS payload_digest, TIMESTAMP '2026-01-01' AS fetched_at, 'quarantined' AS outcome,"
                + " 0 AS figure_read_count, 0 AS figure_loaded_count, 0 AS figure_quarantined_count;";
    }

    private static String section(String id, String document, int start, int end) {
        return String.format(
                "INSERT INTO fact_section BY NAME SELECT '%s' AS section_id, '%s' AS document_id, 1 AS version, 0 AS ordinal,"
                        + " 1 AS level, '一' AS number, 'h' AS heading, 'plan' AS role, %d AS span_start, %d AS span_end,"
                        + " %d AS repaired_start, %d AS repaired_end;",
                id, document, start, end, start + 1, end + 1);
    }

    private static String parts(String... partsAndPresence) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < partsAndPresence.length; i += 2) {
            sql.append("INSERT INTO fact_part VALUES ('a', 1, '" + partsAndPresence[i] + "', " + partsAndPresence[i + 1]
                    + ");");
        }
        return sql.toString();
    }
}
