package org.fazhi.warehouse.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Regions, units, documents and periods, as the first transforms complete them. */
final class TransformCases {

    private static final String REGION = "transforms/10_region.sql";
    private static final String DOCUMENT = "transforms/12_document.sql";

    private static final String COUNT = "transforms/32_before_count.sql";
    private static final String COUNTED = "SELECT * FROM before_count ORDER BY ALL";

    static final List<ScriptCase> ALL = cases();

    private TransformCases() {}

    private static List<ScriptCase> cases() {
        List<ScriptCase> cases = new ArrayList<>();
        cases.add(new ScriptCase(
                "gives every code in use that no table lists a row of its level and province",
                List.of(REGION),
                region("110000", "北京市", "province", "110000", "NULL", 1981, "NULL", "[]")
                        + region("110000", "京", "province", "110000", "NULL", 1950, "1981", "['110000']")
                        + source("s", "990101", "government", "云溪县人民政府")
                        + source("s2", "110105", "government", "x")
                        + source("s3", "110000", "government", "x")
                        + document("a", "110400", 2024)
                        + document("b", "880000", 2024)
                        + document("c", null, 2024),
                "SELECT region_key, region_code, region_name, region_level, province_code, province_name, prefecture_name,"
                        + " valid_from_year, current_code, is_fictional, is_listed FROM dim_region WHERE NOT is_listed"
                        + " ORDER BY ALL",
                List.of(
                        "110105-0|110105|110105|county|110000|北京市|-|0|110105|false|false",
                        "110400-0|110400|110400|prefecture|110000|北京市|110400|0|110400|false|false",
                        "880000-0|880000|880000|province|880000|880000|-|0|880000|false|false",
                        "990101-0|990101|990101|county|990000|990000|-|0|990101|true|false")));
        cases.add(new ScriptCase(
                "names the parent: the prefecture, or the province where there is none",
                List.of(REGION),
                region("990000", "省", "province", "990000", "NULL", 1981, "NULL", "[]")
                        + region("990100", "市", "prefecture", "990000", "'市'", 1981, "NULL", "[]")
                        + region("990101", "甲", "county", "990000", "'市'", 1981, "NULL", "[]")
                        + region("990102", "乙", "county", "990000", "NULL", 1981, "NULL", "[]")
                        + region("990200", "丙", "county", "990000", "'市'", 1981, "NULL", "[]")
                        + region("990201", "丁", "county", "990000", "'市'", 1981, "NULL", "[]"),
                "SELECT region_code, parent_code, prefecture_code, prefecture_name FROM dim_region ORDER BY ALL",
                List.of(
                        "990000|-|-|-",
                        "990100|990000|990100|市",
                        "990101|990100|990100|市",
                        "990102|990000|-|-",
                        "990200|990000|-|市",
                        "990201|990000|-|市")));
        cases.add(new ScriptCase(
                "follows the one successor in the year of the change, through several",
                List.of(REGION),
                region("990101", "甲县", "county", "990000", "NULL", 1981, "1990", "['990102']")
                        + region("990102", "旧乙", "county", "990000", "NULL", 1970, "1985", "['990109']")
                        + region("990102", "甲市", "county", "990000", "NULL", 1990, "2000", "['990103']")
                        + region("990102", "新乙", "county", "990000", "NULL", 2005, "NULL", "[]")
                        + region("990103", "甲区", "county", "990000", "NULL", 1999, "NULL", "[]")
                        + region("990109", "丙", "county", "990000", "NULL", 1986, "NULL", "[]")
                        + region("990110", "分", "county", "990000", "NULL", 1981, "1990", "['990109', '990103']"),
                "SELECT region_name, current_code FROM dim_region ORDER BY ALL",
                List.of("丙|990109", "分|-", "新乙|990102", "旧乙|-", "甲区|990103", "甲县|990103", "甲市|990103")));
        cases.add(new ScriptCase(
                "follows no successor whose row ended when the former did",
                List.of(REGION),
                region("990101", "甲", "county", "990000", "NULL", 1981, "1990", "['990102']")
                        + region("990102", "乙", "county", "990000", "NULL", 1980, "1990", "['990103']")
                        + region("990103", "丙", "county", "990000", "NULL", 1989, "NULL", "[]"),
                "SELECT region_name, current_code FROM dim_region ORDER BY ALL",
                List.of("丙|990103", "乙|990103", "甲|-")));
        cases.add(new ScriptCase(
                "follows to the lower code where rows of one code overlap by mistake and part ways",
                List.of(REGION),
                region("990101", "甲", "county", "990000", "NULL", 1981, "1990", "['990102']")
                        + region("990102", "乙", "county", "990000", "NULL", 1985, "1995", "['990104']")
                        + region("990102", "误", "county", "990000", "NULL", 1986, "1996", "['990103']")
                        + region("990103", "丙", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990104", "丁", "county", "990000", "NULL", 1990, "NULL", "[]"),
                "SELECT region_name, current_code FROM dim_region WHERE region_code = '990101'",
                List.of("甲|990103")));
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            chain.append(region(
                    Integer.toString(990100 + i),
                    "n" + (char) ('a' + i),
                    "county",
                    "990000",
                    "NULL",
                    1980 + i,
                    i == 11 ? "NULL" : Integer.toString(1981 + i),
                    i == 11 ? "[]" : "['" + (990101 + i) + "']"));
        }
        cases.add(new ScriptCase(
                "follows ten steps at most",
                List.of(REGION),
                chain.toString(),
                "SELECT region_name, current_code FROM dim_region ORDER BY ALL LIMIT 3",
                List.of("na|-", "nb|990111", "nc|990111")));
        cases.add(new ScriptCase(
                "gives a unit in use that the list does not hold a class of its own, once",
                List.of("transforms/11_unit.sql"),
                document("a", "990101", 2024) + figure("f", "a", "鸽子", "NULL") + figure("g", "a", "鸽子", "NULL")
                        + figure("h", "a", "件", "NULL") + figure("k", "a", "鹰", "NULL")
                        + "INSERT INTO dim_indicator SELECT code, 'd', 'n', 'x', unit, 'count', true, NULL, 'n', 'x', 'neutral',"
                        + " 'flow', NULL, NULL FROM (VALUES ('i', '朵'), ('j', '鸽子')) AS used (code, unit);",
                "SELECT unit, unit_class, observation_class, is_listed FROM dim_unit WHERE NOT is_listed"
                        + " OR unit = '件' ORDER BY ALL",
                List.of(
                        "件|case|thing|true",
                        "朵|other|unit 朵|false",
                        "鸽子|other|unit 鸽子|false",
                        "鹰|other|unit 鹰|false")));
        cases.add(new ScriptCase(
                "lists the years and the parts of years that are spoken of",
                List.of("transforms/20_period.sql"),
                document("a", "990101", 2024)
                        + document("b", "990101", 2024)
                        + document("c", "990101", null)
                        + document("no figures", "990101", 2022)
                        + figure("f", "a", "件", "'2024-02'")
                        + figure("g", "a", "件", "NULL")
                        + figure("h", "c", "件", "'2023-11'")
                        + figure("i", "b", "件", "'2024-12'"),
                "SELECT * FROM dim_period ORDER BY ALL",
                List.of(
                        "2022|2022|-|2022-01-01|2022-12-31|true",
                        "2024|2024|-|2024-01-01|2024-12-31|true",
                        "2024/2024-02|2024|2024-02|2024-01-01|2024-02-29|false",
                        "2024/2024-12|2024|2024-12|2024-01-01|2024-12-31|true")));
        cases.add(new ScriptCase(
                "names the region as it was in the report year, from its first to before its last, else the latest",
                List.of(DOCUMENT),
                region("990101", "甲县", "county", "990000", "NULL", 1981, "2000", "['990101']")
                        + region("990101", "甲市", "county", "990000", "NULL", 2000, "2010", "['990101']")
                        + region("990101", "甲区", "county", "990000", "NULL", 2012, "NULL", "[]")
                        + document("a", "990101", 1980) + document("b", "990101", 1981) + document("c", "990101", 1999)
                        + document("d", "990101", 2000) + document("e", "990101", 2009)
                        + document("f", "990101", 2010) + document("g", "990101", 2012)
                        + document("h", "990101", 2024) + document("i", null, 2024)
                        + "INSERT INTO dim_document SELECT * REPLACE (2 AS version, 2001 AS report_year) FROM dim_document"
                        + " WHERE document_id = 'b';",
                "SELECT document_id, version, region_key FROM dim_document ORDER BY ALL",
                List.of(
                        "a|1|990101-2012",
                        "b|1|990101-1981",
                        "b|2|990101-2000",
                        "c|1|990101-1981",
                        "d|1|990101-2000",
                        "e|1|990101-2000",
                        "f|1|990101-2012",
                        "g|1|990101-2012",
                        "h|1|990101-2012",
                        "i|1|-")));
        cases.add(new ScriptCase(
                "names the row that stands in the report year before a later one that ended within it by mistake, and the"
                        + " latest where the report year is not known",
                List.of(DOCUMENT),
                region("990101", "甲", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990101", "误", "county", "990000", "NULL", 2000, "2010", "[]")
                        + document("a", "990101", 2012)
                        + document("b", "990101", null),
                "SELECT document_id, region_key FROM dim_document ORDER BY ALL",
                List.of("a|990101-1990", "b|990101-2000")));
        cases.add(new ScriptCase(
                "tells the issuer's own site, and that of the government with the party, from a repost",
                List.of(DOCUMENT),
                source("own", "990101", "bureau", "甲") + source("kind", "990101", "government", "乙")
                        + source("far", "990102", "government", "丙") + source("other", "990101", "bureau", "丙")
                        + source("both", "990101", "party_government", "丙")
                        + own("a", "own") + own("b", "kind") + own("c", "far") + own("d", "other") + own("e", "none")
                        + own("f", "both") + own("g", "both")
                        + "UPDATE dim_document SET issuer_kind = 'party_government' WHERE document_id = 'f';"
                        + "UPDATE dim_document SET issuer_kind = 'bureau' WHERE document_id = 'g';"
                        + own("h", "own") + "UPDATE dim_document SET issuer_key = NULL WHERE document_id = 'h';",
                "SELECT document_id, is_own_site FROM dim_document ORDER BY ALL",
                List.of("a|true", "b|true", "c|false", "d|false", "e|-", "f|true", "g|false", "h|false")));
        cases.add(new ScriptCase(
                "tells a report of another place from one of the source's place, of a place below it, and of one nobody knows",
                List.of(DOCUMENT),
                region("990000", "省", "province", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990100", "市", "prefecture", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990101", "甲", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990102", "乙", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990103", "新", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + region("990104", "旧", "county", "990000", "NULL", 1990, "NULL", "[]")
                        + "UPDATE dim_region SET parent_code = '990100' WHERE region_code = '990101';"
                        + "UPDATE dim_region SET parent_code = '990000' WHERE region_code = '990100';"
                        + "UPDATE dim_region SET parent_code = '990000' WHERE region_code = '990000';"
                        + "UPDATE dim_region SET current_code = '990103' WHERE region_code IN ('990103', '990104');"
                        + source("here", "990101", "government", "甲") + source("city", "990100", "government", "市")
                        + source("province", "990000", "government", "省")
                        + source("beside", "990102", "government", "乙")
                        + source("new", "990103", "government", "新")
                        + own("a", "here") + own("b", "city") + own("c", "province") + own("d", "beside")
                        + own("e", "new") + "UPDATE dim_document SET region_code = '990104' WHERE document_id = 'e';"
                        + own("f", "here") + "UPDATE dim_document SET region_code = '990100' WHERE document_id = 'f';"
                        + own("g", "beside") + "UPDATE dim_document SET issuer_key = NULL WHERE document_id = 'g';"
                        + own("h", "none") + own("i", "new")
                        + own("j", "beside")
                        + "UPDATE dim_document SET region_code = '990104' WHERE document_id = 'j';"
                        + own("k", "city") + "UPDATE dim_document SET region_code = '990102' WHERE document_id = 'k';",
                "SELECT document_id, is_elsewhere FROM dim_document ORDER BY ALL",
                List.of(
                        "a|false", "b|false", "c|false", "d|true", "e|false", "f|true", "g|-", "h|-", "i|true",
                        "j|true", "k|true")));
        cases.add(new ScriptCase(
                "says of each field whether a new version changed it",
                List.of(DOCUMENT),
                document("a", "990101", 2024)
                        + "INSERT INTO document_text VALUES ('a', 1, 't', NULL), ('a', 2, 'u', NULL),"
                        + " ('a', 3, 'u', NULL);"
                        + "INSERT INTO dim_document SELECT * REPLACE (2 AS version, 'x' AS title, 'x' AS issuer, 2023 AS report_year,"
                        + " 'x' AS document_number, 'x' AS index_number, DATE '2024-01-01' AS written_date,"
                        + " DATE '2024-01-02' AS published_date) FROM dim_document;"
                        + "INSERT INTO dim_document SELECT * REPLACE (3 AS version) FROM dim_document WHERE version = 2;"
                        + other("0") + other("b"),
                "SELECT document_id, version, changed_fields FROM dim_document ORDER BY ALL",
                List.of(
                        "0|1|-",
                        "0|2|[]",
                        "a|1|-",
                        "a|2|[text, title, issuer, report_year, document_number, index_number, written_date, published_date]",
                        "a|3|[]",
                        "b|1|-",
                        "b|2|[]")));
        cases.add(new ScriptCase(
                "lets of two versions whose year a person made one the later stand",
                List.of(DOCUMENT),
                versions("a", "1, 2024, true", "2, 2024, true")
                        + versions("b", "1, 2024, true", "2, 2023, true")
                        + versions("c", "1, 2024, true", "2, 2024, false")
                        + versions("d", "1, NULL, true", "2, NULL, true")
                        + versions("e", "1, 2024, false", "2, 2024, true")
                        + versions("f", "1, 2024, true"),
                "SELECT document_id, list(version ORDER BY version) FROM dim_document WHERE is_current GROUP BY ALL ORDER BY ALL",
                List.of("a|[2]", "b|[1, 2]", "c|[1]", "d|[1, 2]", "e|[2]", "f|[1]")));
        cases.add(new ScriptCase(
                "lets a page that was withdrawn give way to another report of its body and year that stands, the body's own first",
                List.of(DOCUMENT),
                List.of("a", "b", "c", "d", "e", "f").stream()
                                .map(id -> document(id, null, 2024) + withdrawn(id))
                                .collect(Collectors.joining())
                        // Two that stand, one that was withdrawn too, one of another body, one of another year, one not
                        // current.
                        + body("a", "A") + document("a1", null, 2024) + body("a1", "A") + document("a2", null, 2024)
                        + body("a2", "A") + ownSite("a2")
                        + body("b", "B") + document("b1", null, 2024) + body("b1", "B") + withdrawn("b1")
                        + body("c", "C") + document("c1", null, 2024) + body("c1", "X")
                        + body("d", "D") + document("d1", null, 2023) + body("d1", "D")
                        + body("e", "E") + document("e1", null, 2024) + body("e1", "E")
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'e1';"
                        // One that stands and was never withdrawn, and one that had given way to what gives way now.
                        + document("g", null, 2024) + body("g", "A") + ownSite("g") + document("h", null, 2024)
                        + body("h", "A") + superseded("h", "a") + document("i", null, 2023) + body("i", "A")
                        + superseded("i", "a") + document("j", null, 2024) + body("j", "X") + withdrawn("j")
                        + superseded("j", "c1") + document("k", null, null) + body("k", "B") + superseded("k", "m")
                        + document("m", null, null) + body("m", "B") + superseded("m", "n") + body("f", "F")
                        // A former version of what was withdrawn.
                        + document("o", null, 2024) + body("o", "A") + withdrawn("o")
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'o';",
                "SELECT document_id, is_current, same_as FROM dim_document WHERE same_as IS NOT NULL OR NOT is_current"
                        + " ORDER BY ALL",
                List.of(
                        "a|false|a2",
                        "e1|false|-",
                        "h|false|a2",
                        "i|false|a",
                        "j|false|c1",
                        "k|false|n",
                        "m|false|n",
                        "o|false|-")));
        cases.add(new ScriptCase(
                "counts of the release before the rows of marts and the figures of all its documents",
                List.of(COUNT),
                "INSERT INTO before_mart VALUES ('mart_figure', 5), ('mart_quality', 0);"
                        + "INSERT INTO planted_document BY NAME SELECT 'a' AS document_id, 3 AS figure_count;"
                        + "INSERT INTO planted_document BY NAME SELECT 'b' AS document_id, 4 AS figure_count;",
                COUNTED,
                List.of("figure|current|7|-", "mart|mart_figure|5|-", "mart|mart_quality|0|-")));
        cases.add(new ScriptCase(
                "counts the figures of a single document",
                List.of(COUNT),
                "INSERT INTO planted_document BY NAME SELECT 'a' AS document_id, 0 AS figure_count;",
                COUNTED,
                List.of("figure|current|0|-")));
        cases.add(new ScriptCase(
                "counts nothing where nothing is before", List.of(COUNT), "SELECT 1", COUNTED, List.of()));
        cases.add(new ScriptCase(
                "counts as lost what no source has as a current document, save what a person took out",
                List.of(COUNT),
                "INSERT INTO before_source SELECT id, 's' FROM (VALUES ('kept'), ('moved'), ('not read'), ('former'),"
                        + " ('left out'), ('refused'), ('refused too')) AS ids (id);"
                        + "INSERT INTO before_source VALUES ('other', 't');"
                        + document("kept", null, 2024) + document("moved", null, 2024) + document("other", null, 2024)
                        + document("former", null, 2024) + document("new", null, 2024)
                        + "UPDATE dim_document SET source_id = 't' WHERE document_id = 'moved';"
                        + "UPDATE dim_document SET is_current = false WHERE document_id = 'former';"
                        // One that stands at another address, and one of two years.
                        + "INSERT INTO before_source VALUES ('elsewhere', 'u'), ('twice', 'u'), ('twice', 'u');"
                        + document("elsewhere", null, 2024) + superseded("elsewhere", "new")
                        + document("twice", null, 2024) + document("twice", null, 2023)
                        + kept("left out", "reviewed") + kept("refused", "no_text") + kept("refused too", "no_text"),
                COUNTED,
                List.of("source|s|7|4", "source|t|1|0", "source|u|2|0")));
        return cases;
    }

    /** Versions of a document, each as {@code number, year, is current}. */
    private static String versions(String id, String... versions) {
        StringBuilder sql = new StringBuilder(document(id, null, 2024))
                .append("CREATE OR REPLACE TEMP TABLE one AS FROM dim_document WHERE document_id = '" + id + "';")
                .append("DELETE FROM dim_document WHERE document_id = '" + id + "';");
        for (String version : versions) {
            String[] parts = version.split(", ");
            sql.append(String.format(
                    "INSERT INTO dim_document SELECT * REPLACE (%s AS version, %s AS report_year, %s AS is_current) FROM one;",
                    parts[0], parts[1], parts[2]));
        }
        return sql.toString();
    }

    private static String body(String id, String issuer) {
        return "UPDATE dim_document SET issuer_key = '" + issuer + "' WHERE document_id = '" + id + "';"
                + "INSERT INTO dim_source BY NAME SELECT 'of " + id
                + "' AS source_id, 'p' AS publisher, '990101' AS region_code,"
                + " 'bureau' AS issuer_kind, 'r' AS report_kind, 2020 AS since_year, 'none' AS issuer_key;"
                + "UPDATE dim_document SET source_id = 'of " + id + "' WHERE document_id = '" + id + "';";
    }

    private static String ownSite(String id) {
        return "UPDATE dim_source SET issuer_key = (SELECT issuer_key FROM dim_document WHERE document_id = '" + id
                + "') WHERE source_id = 'of " + id + "';";
    }

    private static String withdrawn(String id) {
        return "UPDATE dim_document SET withdrawn_on = DATE '2026-01-05' WHERE document_id = '" + id + "';";
    }

    private static String superseded(String id, String by) {
        return "UPDATE dim_document SET is_current = false, same_as = '" + by + "' WHERE document_id = '" + id + "';";
    }

    private static String kept(String document, String reason) {
        return String.format(
                "INSERT INTO fact_reading BY NAME SELECT 's' AS source_id, 'u' AS url, '%s' AS document_id,"
                        + " 'p' AS payload_digest, TIMESTAMP '2026-01-01' AS fetched_at, 'quarantined' AS outcome,"
                        + " '%s' AS reason, 0 AS figure_read_count, 0 AS figure_loaded_count, 0 AS figure_quarantined_count;",
                document, reason);
    }

    static String region(
            String code,
            String name,
            String level,
            String province,
            String prefecture,
            int from,
            String to,
            String next) {
        return String.format(
                        "INSERT INTO dim_region VALUES ('%1$s-%6$d', '%1$s', '%2$s', '%3$s', NULL, '%4$s', '省', %5$s, %6$d, %7$s,"
                                + " %8$s, [], NULL, true, true, NULL);",
                        code, name, level, province, prefecture, from, to, next)
                .replace("'110000', '省'", "'110000', '" + name + "'");
    }

    static String source(String id, String region, String kind, String publisher) {
        return String.format(
                "INSERT INTO dim_source (source_id, publisher, region_code, issuer_kind, report_kind, since_year,"
                        + " issuer_key) VALUES ('%1$s', '%2$s', '%3$s', '%4$s', 'r', 2020, 'key of %2$s');",
                id, publisher, region, kind);
    }

    static String document(String id, String region, Integer year) {
        return String.format(
                "INSERT INTO dim_document BY NAME SELECT '%s' AS document_id, 1 AS version, true AS is_current, 's' AS source_id,"
                        + " %s AS region_code, '甲' AS issuer, 'government' AS issuer_kind, 'r' AS report_kind,"
                        + " %s AS report_year, 'u' AS url, TIMESTAMP '2026-01-01' AS fetched_at, 'p' AS payload_digest,"
                        + " 'key of 甲' AS issuer_key;",
                id, region == null ? "NULL" : "'" + region + "'", year);
    }

    /** A document whose second version is like its first, and of another title and text than the rest. */
    private static String other(String id) {
        return document(id, "990101", 2024)
                + String.format(
                        "UPDATE dim_document SET title = 'x' WHERE document_id = '%1$s';"
                                + "INSERT INTO dim_document SELECT * REPLACE (2 AS version) FROM dim_document WHERE document_id = '%1$s';"
                                + "INSERT INTO document_text VALUES ('%1$s', 1, 'u', NULL), ('%1$s', 2, 'u', NULL);",
                        id);
    }

    private static String own(String id, String source) {
        return document(id, "990101", 2024) + "UPDATE dim_document SET source_id = '" + source
                + "' WHERE document_id = '" + id + "';";
    }

    static String figure(String id, String document, String unit, String asOf) {
        return String.format(
                "INSERT INTO fact_figure BY NAME SELECT '%s' AS figure_id, '%s' AS document_id, 1 AS version, 'a' AS section_role,"
                        + " 0 AS ordinal, 'raw' AS raw, 1 AS value, '%s' AS unit, 'exact' AS qualifier, 'actual' AS tense,"
                        + " %s AS as_of, 'i' AS indicator_code, 'r' AS rule, 0.9 AS confidence, 's' AS sentence,"
                        + " 0 AS span_start, 1 AS span_end, 0 AS repaired_start, 1 AS repaired_end;",
                id, document, unit, asOf);
    }
}
