package org.fazhi.warehouse.mutation;

import java.util.ArrayList;
import java.util.List;

/**
 * The choice of an observation. For each term of its order two figures that differ in just that term; where it is dropped
 * or reversed the loser, which comes first by all that follows, is chosen.
 */
final class ChoiceCases {

    private static final String SCRIPT = "transforms/30_observation.sql";

    /** Of documents a and b the loser stands in a, and before the winner in the text. */
    private static final String TWO = """
            INSERT INTO dim_indicator
            SELECT code, 'd', 'n', 'x', '件', 'count', true, NULL, 'n', 'x', 'neutral', 'flow', NULL, NULL
            FROM (VALUES ('i'), ('j')) AS codes (code);
            INSERT INTO dim_issuer VALUES ('k', 'x', 'x', 'government', NULL, '990101', 'general', []),
                ('l', 'x', 'x', 'bureau', NULL, '990102', 'justice', []);
            INSERT INTO dim_document BY NAME
            SELECT id AS document_id, 1 AS version, true AS is_current, 's' AS source_id, '990101' AS region_code, 'x' AS issuer,
                'government' AS issuer_kind, 'r' AS report_kind, 2024 AS report_year, 'u' AS url,
                TIMESTAMP '2026-01-01' AS fetched_at, 'p' AS payload_digest, true AS is_own_site,
                'k' AS issuer_key
            FROM (VALUES ('a'), ('b')) AS ids (id);
            INSERT INTO fact_figure BY NAME
            SELECT figure_id, document_id, 1 AS version, 'achievements' AS section_role, ordinal, 'raw' AS raw, value,
                '件' AS unit, 'exact' AS qualifier, 'actual' AS tense, 'i' AS indicator_code, 'r' AS rule, 0.9 AS confidence,
                's' AS sentence, 0 AS span_start, 1 AS span_end, 0 AS repaired_start, 1 AS repaired_end
            FROM (VALUES ('loser', 'a', 1, 10), ('winner', 'b', 2, 20)) AS figures (figure_id, document_id, ordinal, value);
            """;

    private static final String LOSER = " WHERE figure_id = 'loser';";
    private static final String WINNER = " WHERE figure_id = 'winner';";

    static final List<ScriptCase> ALL = cases();

    private ChoiceCases() {}

    private static List<ScriptCase> cases() {
        List<ScriptCase> cases = new ArrayList<>();
        wins(
                cases,
                "a figure that a person reviewed before all others",
                "UPDATE fact_figure SET reviewed_by = 'r'" + WINNER);
        wins(
                cases,
                "the issuer's own site before a repost",
                "UPDATE dim_document SET is_own_site = document_id = 'b';");
        wins(
                cases,
                "the issuer's own site before one of unknown owner",
                "UPDATE dim_document SET is_own_site = nullif(document_id = 'b', false);");
        wins(
                cases,
                "the year's own number before a cumulative one",
                "UPDATE fact_figure SET tense = 'cumulative'" + LOSER);
        wins(cases, "the whole year before a part", "UPDATE fact_figure SET as_of = '2024-11'" + LOSER);
        wins(
                cases,
                "the number to December before a part",
                "UPDATE fact_figure SET as_of = '2024-11'" + LOSER + "UPDATE fact_figure SET as_of = '2024-12'"
                        + WINNER);
        wins(
                cases,
                "the number to December as the year's, by what follows",
                "UPDATE fact_figure SET as_of = '2024-12', verified_by = 'sum'" + WINNER);
        whole(cases, "is the whole year's where nothing else is said", "", true);
        whole(cases, "is the whole year's up to December", "UPDATE fact_figure SET as_of = '2024-12';", true);
        whole(cases, "is not the whole year's up to November", "UPDATE fact_figure SET as_of = '2024-11';", false);
        whole(cases, "is not the whole year's beyond it", "UPDATE fact_figure SET as_of = '2025-12';", false);
        whole(
                cases,
                "is not the whole year's as a running total",
                "UPDATE fact_figure SET tense = 'cumulative';",
                false);
        share(cases, "that can be before one of more than all", "UPDATE fact_figure SET value = 100.01" + LOSER, 50);
        share(cases, "that can be before one of less than nothing", "UPDATE fact_figure SET value = -0.01" + LOSER, 50);
        share(
                cases,
                "that can be before one that may be too much",
                "UPDATE fact_figure SET value_high = 101" + LOSER,
                50);
        share(cases, "of nothing as any other, by what follows", confirmed("value = 0"), 0);
        share(cases, "of all as any other, by what follows", confirmed("value = 100, value_high = 100"), 100);
        share(
                cases,
                "of no rate as any number, by what follows",
                "UPDATE dim_indicator SET kind = 'count';" + confirmed("value = 120"),
                120);
        share(
                cases,
                "in another unit as any other, by what follows",
                "UPDATE dim_indicator SET unit = '件'; UPDATE fact_figure SET unit = '件';" + confirmed("value = 120"),
                120);
        wins(cases, "a confirmed number before others", "UPDATE fact_figure SET verified_by = 'sum'" + WINNER);
        wins(
                cases,
                "the section of achievements before others",
                "UPDATE fact_figure SET section_role = 'problems'" + LOSER);
        wins(cases, "an exact number before a rounded one", "UPDATE fact_figure SET qualifier = 'more_than'" + LOSER);
        wins(cases, "the indicator's own unit before a kindred one", "UPDATE fact_figure SET unit = '起'" + LOSER);
        wins(cases, "the surer code", "UPDATE fact_figure SET confidence = 0.8" + LOSER);
        wins(
                cases,
                "the first document by its id",
                "UPDATE fact_figure SET document_id = 'b', ordinal = 1" + LOSER
                        + "UPDATE fact_figure SET document_id = 'a', ordinal = 2" + WINNER);
        wins(cases, "the first in the text", "UPDATE fact_figure SET document_id = 'b', ordinal = 3" + LOSER);

        said(
                cases,
                "takes the first in the text whichever row comes first",
                "UPDATE fact_figure SET document_id = 'a';",
                "990101|government|2024|i|loser|10.000000|1|2|2|true");
        said(cases, "leaves out a figure of a former version", "UPDATE dim_document SET is_current = false;");
        said(cases, "leaves out a report without an issuer", "UPDATE dim_document SET issuer_key = NULL;");
        said(cases, "leaves out a report without a year", "UPDATE dim_document SET report_year = NULL;");
        said(cases, "leaves out plans and norms", "UPDATE fact_figure SET tense = 'plan';");
        said(cases, "leaves out a unit of another class", "UPDATE fact_figure SET unit = '人';");
        said(
                cases,
                "keeps issuers, years and indicators apart, whatever their documents say of region and kind",
                """
                INSERT INTO dim_document SELECT * REPLACE ('c' AS document_id, 'l' AS issuer_key) FROM dim_document WHERE document_id = 'b';
                INSERT INTO dim_document SELECT * REPLACE ('d' AS document_id, 'bureau' AS issuer_kind, '990103' AS region_code) FROM dim_document WHERE document_id = 'b';
                INSERT INTO dim_document SELECT * REPLACE ('e' AS document_id, 2023 AS report_year) FROM dim_document WHERE document_id = 'b';
                INSERT INTO fact_figure
                SELECT figure.* REPLACE (id || '1' AS figure_id, id AS document_id)
                FROM fact_figure AS figure, (VALUES ('c'), ('d'), ('e')) AS ids (id) WHERE figure_id = 'winner';
                UPDATE fact_figure SET indicator_code = 'j' WHERE figure_id = 'loser';
                """,
                "990101|government|2023|i|e1|20.000000|1|1|1|false",
                "990101|government|2024|i|winner|20.000000|2|2|1|false",
                "990101|government|2024|j|loser|10.000000|1|1|1|false",
                "990102|bureau|2024|i|c1|20.000000|1|1|1|false");
        said(
                cases,
                "counts mentions of the value chosen, in its unit, and all candidates",
                more("same", 10, "件") + more("kindred", 10, "起"),
                "990101|government|2024|i|loser|10.000000|2|4|2|true");
        said(
                cases,
                "finds no conflict where all say the same",
                "UPDATE fact_figure SET value = 10;",
                "990101|government|2024|i|loser|10.000000|2|2|1|false");
        said(
                cases,
                "holds no running total against the year",
                "UPDATE fact_figure SET tense = 'cumulative'" + WINNER,
                "990101|government|2024|i|loser|10.000000|1|2|1|false");
        said(
                cases,
                "holds no part of the year against the whole",
                "UPDATE fact_figure SET as_of = '2024-11'" + WINNER,
                "990101|government|2024|i|loser|10.000000|1|2|1|false");
        said(
                cases,
                "holds a number to December against the year",
                "UPDATE fact_figure SET as_of = '2024-12'" + WINNER,
                "990101|government|2024|i|loser|10.000000|1|2|2|true");
        said(
                cases,
                "holds two parts of the year up to one month against each other",
                "UPDATE fact_figure SET as_of = '2024-11';",
                "990101|government|2024|i|loser|10.000000|1|2|2|true");
        said(
                cases,
                "holds no rounded number against an exact one",
                "UPDATE fact_figure SET qualifier = 'more_than'" + WINNER,
                "990101|government|2024|i|loser|10.000000|1|2|1|false");
        said(
                cases,
                "holds rounded numbers against each other",
                "UPDATE fact_figure SET qualifier = 'more_than';",
                "990101|government|2024|i|loser|10.000000|1|2|2|true");
        return cases;
    }

    private static void wins(List<ScriptCase> cases, String name, String plant) {
        cases.add(new ScriptCase(
                name,
                List.of(SCRIPT),
                TWO + plant,
                "SELECT figure_id, value, candidate_count FROM fact_observation",
                List.of("winner|20.000000|2")));
    }

    /** Two shares of 50 %, of which the winner is chosen. */
    private static void share(List<ScriptCase> cases, String name, String plant, int value) {
        cases.add(new ScriptCase(
                "chooses a share " + name,
                List.of(SCRIPT),
                TWO
                        + "UPDATE dim_indicator SET kind = 'rate', unit = '%'; UPDATE fact_figure SET unit = '%', value = 50;"
                        + plant,
                "SELECT figure_id, value::INTEGER FROM fact_observation",
                List.of("winner|" + value)));
    }

    private static String confirmed(String assignment) {
        return "UPDATE fact_figure SET verified_by = 'sum', " + assignment + WINNER;
    }

    private static void whole(List<ScriptCase> cases, String name, String plant, boolean isWholeYear) {
        cases.add(new ScriptCase(
                name,
                List.of(SCRIPT),
                TWO + plant,
                "SELECT is_whole_year FROM fact_observation",
                List.of(Boolean.toString(isWholeYear))));
    }

    private static void said(List<ScriptCase> cases, String name, String plant, String... rows) {
        cases.add(new ScriptCase(
                name,
                List.of(SCRIPT),
                TWO + plant,
                "SELECT region_code, issuer_kind, report_year, indicator_code, figure_id, value, mention_count,"
                        + " candidate_count, distinct_value_count, is_conflicting FROM fact_observation ORDER BY ALL",
                List.of(rows)));
    }

    private static String more(String id, int value, String unit) {
        return "INSERT INTO fact_figure SELECT * REPLACE ('" + id + "' AS figure_id, 9 AS ordinal, " + value
                + " AS value, '" + unit + "' AS unit) FROM fact_figure" + WINNER;
    }
}
