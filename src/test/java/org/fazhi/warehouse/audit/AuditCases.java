package org.fazhi.warehouse.audit;

import static org.fazhi.warehouse.audit.AuditCase.found;
import static org.fazhi.warehouse.audit.AuditCase.nothing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.load.DocumentIds;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WorkingFile;

/**
 * For each branch of each audit a fault that only this branch finds, and for each bound what stands at it and on either
 * side. A new audit adds its rows to {@link #ALL}.
 */
public final class AuditCases {

    private static final String ID = DocumentIds.document("http://yunxi.example/2024");

    private static final String ISSUER = Digest.of("990101\n人民政府").hex().substring(0, 16);

    private static final String SECOND_VERSION = """
            UPDATE dim_document SET is_current = false;
            INSERT INTO dim_document SELECT * REPLACE (2 AS version, true AS is_current) FROM dim_document;
            INSERT INTO document_text SELECT * REPLACE (2 AS version) FROM document_text;
            """;
    private static final String NOT_CURRENT = "UPDATE dim_document SET is_current = false;";
    /** The document is another government's of the same county. */
    private static final String ANOTHER_BODY = """
            INSERT INTO dim_issuer SELECT * REPLACE ('other' AS issuer_key) FROM dim_issuer;
            UPDATE dim_document SET issuer_key = 'other';
            """;

    private static final String COPY = """
            INSERT INTO dim_document SELECT * REPLACE ('~copy' AS document_id, 'http://copy.example/' AS url) FROM dim_document;
            INSERT INTO document_text SELECT * REPLACE ('~copy' AS document_id) FROM document_text;
            """;
    private static final String AS_COPIED = """
            INSERT INTO dim_document SELECT * REPLACE ('%1$s' AS document_id, 'http://%2$s.example/' AS url)
            FROM dim_document WHERE document_id = '~copy';
            INSERT INTO document_text SELECT * REPLACE ('%1$s' AS document_id) FROM document_text WHERE document_id = '~copy';
            """;
    private static final String LOAD_QUARANTINED = """
            UPDATE load_count SET read_count = 3, quarantined_count = 1 WHERE thing = 'figure';
            UPDATE fact_reading SET figure_read_count = 3, figure_quarantined_count = 1;
            """ + quarantined("figure", "$D", "1");
    private static final String CHILD = """
            UPDATE fact_section SET span_start = 3, span_end = 10;
            INSERT INTO fact_section
            SELECT * REPLACE ('child' AS section_id, section_id AS parent_section_id, %d AS span_start, %d AS span_end)
            FROM fact_section;
            """;

    private static final String MISSING = """
            UPDATE fact_coverage
            SET state = 'missing', due_date = DATE '2025-04-01', listing_url = 'http://yunxi.example/'
            WHERE report_year = 2024;
            """;

    private static final String UNSEEN = """
            UPDATE fact_coverage SET state = 'unseen', unseen_reason = 'begins_later', listing_url = 'http://yunxi.example/',
                last_tried_at = TIMESTAMP '2026-01-10 12:00:00';
            """;

    private static final String OBSERVED = "INSERT INTO before_count VALUES ('mart', 'mart_observation', 19, NULL);";
    private static final String COME = gone("rule_changed").replace("'removed'", "'added'");

    private static String linked(String source) {
        return "INSERT INTO fact_link SELECT '" + source
                + "', 'd', 'u', 't', 2019, 'gone', TIMESTAMP '2026-01-01', NULL, NULL, NULL;";
    }

    /** Rows by audit, audits by name. */
    static final List<AuditCase> ALL = List.of(
            collapsed(OBSERVED.replace("19", "1") + gone("new_version"), "1 | 1 | 1.0 | [new_version 1]"),
            collapsed(
                    OBSERVED.replace("19", "3") + gone("source_gone") + gone("archive_lost"),
                    "2 | 3 | 0.6666666666666666 | [archive_lost 1, source_gone 1]"),
            collapsed(
                    OBSERVED.replace("19", "5") + gone("rule_changed") + gone("review") + gone("rule_changed"),
                    "3 | 5 | 0.6 | [rule_changed 2, review 1]"),
            nothing("collapsed_observations", OBSERVED.replace("19", "2") + gone("new_version")),
            nothing("collapsed_observations", OBSERVED.replace("19", "0") + gone("new_version")),
            nothing("collapsed_observations", gone("new_version")),
            nothing(
                    "collapsed_observations",
                    OBSERVED.replace("19", "1").replace("mart_observation", "mart_figure") + gone("new_version")),
            nothing(
                    "collapsed_observations",
                    OBSERVED.replace("19", "1").replace("'mart'", "'source'") + gone("new_version")),
            nothing(
                    "collapsed_observations",
                    OBSERVED.replace("19", "1") + gone("new_version").replace("'removed'", "'changed'")),
            nothing(
                    "collapsed_observations",
                    OBSERVED.replace("19", "1") + gone("new_version").replace("'observation'", "'document'")),
            nothing("collapsed_observations", OBSERVED.replace("19", "1") + gone("rule_changed") + COME),
            collapsed(
                    OBSERVED.replace("19", "1") + gone("new_version") + COME.replace("'d'", "'e'"),
                    "1 | 1 | 1.0 | [new_version 1]"),
            collapsed(
                    OBSERVED.replace("19", "1") + gone("new_version") + COME.replace("'a.b'", "'a.c'"),
                    "1 | 1 | 1.0 | [new_version 1]"),
            collapsed(
                    OBSERVED.replace("19", "1") + gone("new_version") + COME.replace("'added'", "'changed'"),
                    "1 | 1 | 1.0 | [new_version 1]"),
            collapsed(
                    OBSERVED.replace("19", "1") + gone("new_version") + COME.replace("'observation'", "'document'"),
                    "1 | 1 | 1.0 | [new_version 1]"),
            found(
                    "conflicting_observation",
                    "UPDATE fact_observation SET is_conflicting = true WHERE indicator_code = 'reconsideration.accepted'",
                    "990101 | government | 2024 | reconsideration.accepted | 79.000000 | 1 | $D-1-f0"),
            found(
                    "contradicted_check",
                    "UPDATE fact_check SET status = 'contradicted'",
                    "$D | correction_rate | 28.8 % | 19 / 66 = 28.79 %"),
            nothing("contradicted_check", "UPDATE fact_check SET status = 'contradicted';" + NOT_CURRENT),
            found("current_version", NOT_CURRENT, "$D | 1 | 1 | 0"),
            found("current_version", "UPDATE dim_document SET version = 2", "$D | 1 | 2 | 1"),
            found(
                    "current_version",
                    "INSERT INTO dim_document SELECT * REPLACE (2 AS version) FROM dim_document",
                    "$D | 2 | 2 | 2"),
            // A page that went back to its first text.
            nothing(
                    "current_version",
                    "INSERT INTO dim_document SELECT * REPLACE (2 AS version, false AS is_current) FROM dim_document"),
            // An address that is overwritten every year, and one whose second report has no year.
            nothing(
                    "current_version",
                    "INSERT INTO dim_document SELECT * REPLACE (2 AS version, 2023 AS report_year) FROM dim_document"),
            nothing(
                    "current_version",
                    "INSERT INTO dim_document SELECT * REPLACE (2 AS version, NULL AS report_year) FROM dim_document"),
            found(
                    "current_version",
                    "UPDATE dim_document SET report_year = NULL;"
                            + "INSERT INTO dim_document SELECT * REPLACE (2 AS version) FROM dim_document",
                    "$D | 2 | 2 | 2"),
            found(
                    "current_version",
                    COPY + "UPDATE dim_document SET same_as = '~copy' WHERE document_id <> '~copy'",
                    "$D | 1 | 1 | 1"),
            nothing(
                    "current_version",
                    COPY
                            + "UPDATE dim_document SET is_current = false, same_as = '~copy' WHERE document_id <> '~copy'"),
            found(
                    "current_version",
                    "UPDATE dim_document SET is_current = false, same_as = 'nowhere'",
                    "$D | 1 | 1 | 0"),
            found(
                    "current_version",
                    COPY + "UPDATE dim_document SET is_current = false;"
                            + "UPDATE dim_document SET same_as = '~copy' WHERE document_id <> '~copy'",
                    "$D | 1 | 1 | 0",
                    "~copy | 1 | 1 | 0"),
            found(
                    "current_version",
                    COPY
                            + "UPDATE dim_document SET is_current = false, same_as = 'nowhere' WHERE document_id <> '~copy'",
                    "$D | 1 | 1 | 0"),
            nothing("current_version", SECOND_VERSION),
            found("duplicate_document", COPY, "$D | 2 | [http://yunxi.example/2024, http://copy.example/]"),
            found(
                    "duplicate_document",
                    COPY + AS_COPIED.formatted("~more", "more") + AS_COPIED.formatted("~next", "next"),
                    "$D | 4 | [http://yunxi.example/2024, http://copy.example/, http://more.example/]"),
            nothing(
                    "duplicate_document",
                    COPY + "UPDATE dim_document SET is_current = false WHERE document_id = '~copy'"),
            nothing("duplicate_document", COPY + "UPDATE document_text SET text = ''"),
            nothing("duplicate_document", COPY + "UPDATE document_text SET text = 'x' WHERE document_id = '~copy'"),
            found(
                    "duplicate_figure",
                    "INSERT INTO fact_figure SELECT * REPLACE ('again' AS figure_id) FROM fact_figure WHERE ordinal = 0",
                    "$D | 1 | 2 | 2 | 受理79件。"),
            nothing(
                    "duplicate_figure",
                    "INSERT INTO fact_figure SELECT * REPLACE ('again' AS figure_id, 2 AS version) FROM fact_figure"),
            twice("dim_source", "source_id = 'yunxi'", "yunxi"),
            twice("dim_region", "region_code = '990101'", "990101-1981"),
            twice("dim_unit", "unit = '件'", "件"),
            twice("dim_indicator", "indicator_code = 'publicity.events'", "publicity.events"),
            twice("dim_period", "true", "2024"),
            twice("dim_document", "true", "$D-1"),
            twice("document_text", "true", "$D-1"),
            twice("fact_section", "true", "$D-1-s0"),
            twice("fact_figure", "ordinal = 0", "$D-1-f0"),
            twice("fact_part", "true", "$D-1 achievements"),
            twice(
                    "fact_observation",
                    "indicator_code = 'reconsideration.accepted'",
                    "$I 2024 reconsideration.accepted"),
            twice("fact_check", "true", "$D-1 0"),
            twice("due_rule", "issuer_kind = 'bureau' AND from_report_year = 2015", "bureau 2015"),
            found(
                    "duplicate_key",
                    review("reviews/a.yml", 1, "applied") + review("reviews/a.yml", 9, "applied"),
                    "fact_review | i | 2"),
            nothing(
                    "duplicate_key",
                    "INSERT INTO fact_check SELECT * REPLACE (1 AS ordinal) FROM fact_check;"
                            + "INSERT INTO fact_check SELECT * REPLACE (2 AS version) FROM fact_check;"
                            + "INSERT INTO due_rule SELECT * REPLACE ('x' AS issuer_kind) FROM due_rule WHERE issuer_kind = 'bureau';"
                            + "INSERT INTO due_rule SELECT * REPLACE (1990 AS from_report_year) FROM due_rule LIMIT 1;"
                            + review("reviews/a.yml", 1, "applied")
                            + review("reviews/a.yml", 9, "applied").replace("'i'", "'j'")),
            orphan(
                    "INSERT INTO fact_review_match VALUES ('i', 'd', 1, 0, NULL, NULL)",
                    "fact_review_match | d | review i"),
            nothing(
                    "orphan_row",
                    review("reviews/a.yml", 1, "applied")
                            + "INSERT INTO fact_review_match VALUES ('i', 'd', 1, 0, NULL, NULL)"),
            twice("dim_issuer", "true", "$I"),
            twice("fact_listing", "true", "yunxi http://yunxi.example/"),
            nothing(
                    "duplicate_key",
                    "INSERT INTO fact_listing SELECT * REPLACE (NOT is_whole AS is_whole) FROM fact_listing;"
                            + "INSERT INTO fact_listing SELECT * REPLACE ('http://b.example/' AS listing_url) FROM fact_listing"
                            + " WHERE is_whole;"
                            + "INSERT INTO fact_listing SELECT * REPLACE ('x' AS source_id) FROM fact_listing WHERE is_whole"
                            + " AND listing_url = 'http://yunxi.example/'"),
            twice("fact_coverage", "report_year = 2024", "yunxi 2024"),
            nothing("duplicate_key", SECOND_VERSION),
            nothing(
                    "duplicate_key",
                    "INSERT INTO fact_part SELECT * REPLACE ('problems' AS part) FROM fact_part;"
                            + "INSERT INTO fact_part SELECT * REPLACE (2 AS version) FROM fact_part"),
            nothing(
                    "duplicate_key",
                    "INSERT INTO fact_observation SELECT * REPLACE ('x' AS issuer_key) FROM fact_observation;"
                            + "INSERT INTO fact_observation SELECT * REPLACE (2023 AS report_year) FROM fact_observation"),
            nothing(
                    "duplicate_key",
                    "INSERT INTO fact_coverage SELECT * REPLACE (2023 AS report_year) FROM fact_coverage LIMIT 1;"
                            + "INSERT INTO fact_coverage SELECT * REPLACE ('x' AS source_id) FROM fact_coverage WHERE report_year = 2024"),
            found("emptied_mart", "DELETE FROM fact_check;" + before("mart", "mart_quality", "3"), "mart_quality | 3"),
            nothing("emptied_mart", "DELETE FROM fact_check;" + before("mart", "mart_quality", "0")),
            nothing("emptied_mart", before("mart", "mart_quality", "3")),
            nothing("emptied_mart", "DELETE FROM fact_check;" + before("source", "mart_quality", "3")),
            emptied("mart_comparison", "mart_comparison"),
            emptied("mart_compliance", "mart_compliance"),
            emptied("mart_coverage", "fact_coverage"),
            emptied("mart_document", "dim_document"),
            emptied("mart_figure", "fact_figure"),
            emptied("mart_observation", "fact_observation"),
            emptied("mart_section", "fact_section"),
            found(
                    "emptied_mart",
                    "DELETE FROM mart_compliance; DELETE FROM mart_comparison;" + before("mart", "mart_compliance", "2")
                            + before("mart", "mart_comparison", "3"),
                    "mart_comparison | 3",
                    "mart_compliance | 2"),
            found(
                    "empty_report",
                    "DELETE FROM fact_figure",
                    "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 15"),
            found("empty_report", SECOND_VERSION, "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 15"),
            nothing("empty_report", "DELETE FROM fact_figure;" + NOT_CURRENT),
            found(
                    "failing_source",
                    fetch(1, "document", "fetched", "NULL") + fetch(2, "document", "blocked", "NULL"),
                    "yunxi | document | 1 | [blocked] | 2026-01-01 17:00:00.0"),
            found(
                    "failing_source",
                    fetch(1, "listing", "not_modified", "NULL")
                            + fetch(2, "listing", "fetched", "1")
                            + fetch(3, "listing", "failed", "NULL")
                            + fetch(3, "listing", "blocked", "NULL")
                            + fetch(3, "listing", "blocked", "NULL"),
                    "yunxi | listing | 3 | [blocked, failed] | 2026-01-02 17:00:00.0"),
            found(
                    "failing_source",
                    fetch(1, "listing", "not_modified", "NULL")
                            + fetch(2, "listing", "failed", "NULL")
                            + fetch(1, "document", "not_modified", "NULL")
                            + fetch(2, "document", "failed", "NULL")
                            + "INSERT INTO fact_fetch SELECT * REPLACE ('a' AS source_id) FROM fact_fetch",
                    "a | document | 1 | [failed] | 2026-01-01 17:00:00.0",
                    "a | listing | 1 | [failed] | 2026-01-01 17:00:00.0",
                    "yunxi | document | 1 | [failed] | 2026-01-01 17:00:00.0",
                    "yunxi | listing | 1 | [failed] | 2026-01-01 17:00:00.0"),
            nothing("failing_source", fetch(1, "robots", "fetched", "NULL") + fetch(2, "robots", "blocked", "NULL")),
            nothing("failing_source", fetch(1, "document", "failed", "NULL") + fetch(2, "document", "blocked", "NULL")),
            nothing(
                    "failing_source",
                    fetch(1, "document", "blocked", "NULL") + fetch(2, "document", "fetched", "NULL")),
            nothing(
                    "failing_source",
                    fetch(1, "document", "fetched", "NULL")
                            + fetch(2, "document", "blocked", "NULL")
                            + fetch(2, "document", "fetched", "NULL")),
            found(
                    "fewer_figures_read",
                    change("document", "changed", "figure_count", "4", "1", "rule_changed"),
                    "d | u | 4 | 1 | 0.75 | "),
            found(
                    "fewer_figures_read",
                    change("document", "changed", "figure_count", "9", "4", "rule_changed")
                            + change("document", "changed", "figure_count", "9", "0", "rule_changed")
                                    .replace("'d'", "'c'"),
                    "c | u | 9 | 0 | 1.0 | ",
                    "d | u | 9 | 4 | 0.5555555555555556 | "),
            found(
                    "fewer_figures_read",
                    change("document", "changed", "figure_count", "5", "2", "rule_changed"),
                    "d | u | 5 | 2 | 0.6 | "),
            found(
                    "fewer_figures_read",
                    before("figure", "current", "20")
                            + change("document", "changed", "figure_count", "20", "18", "rule_changed"),
                    "d | u | 20 | 18 | 0.09999999999999998 | 0.1"),
            nothing(
                    "fewer_figures_read",
                    before("figure", "current", "20")
                            + change("document", "changed", "figure_count", "20", "19", "rule_changed")),
            nothing(
                    "fewer_figures_read",
                    before("mart", "current", "20")
                            + change("document", "changed", "figure_count", "20", "18", "rule_changed")),
            nothing(
                    "fewer_figures_read",
                    before("figure", "current", "0")
                            + change("document", "changed", "figure_count", "20", "18", "rule_changed")),
            found(
                    "fewer_figures_read",
                    before("figure", "current", "20")
                            + change("document", "changed", "figure_count", "20", "18", "rule_changed")
                            + change("document", "changed", "figure_count", "5", "6", "rule_changed")
                                    .replace("'d'", "'has more'")
                            + change("document", "changed", "figure_count", "5", "5", "rule_changed")
                                    .replace("'d'", "'has as many'"),
                    "d | u | 20 | 18 | 0.09999999999999998 | 0.1"),
            found(
                    "fewer_figures_read",
                    before("figure", "current", "1")
                            + change("document", "changed", "figure_count", "1", "0", "rule_changed"),
                    "d | u | 1 | 0 |  | 1.0"),
            nothing("fewer_figures_read", change("document", "changed", "figure_count", "4", "2", "rule_changed")),
            nothing("fewer_figures_read", change("document", "changed", "figure_count", "3", "1", "rule_changed")),
            nothing("fewer_figures_read", change("document", "changed", "figure_count", "9", "1", "new_version")),
            nothing("fewer_figures_read", change("document", "changed", "section_count", "9", "1", "rule_changed")),
            nothing("fewer_figures_read", change("observation", "changed", "figure_count", "9", "1", "rule_changed")),
            conflict("UPDATE dim_source SET issuer_kind = 'bureau'", "government", "bureau"),
            conflict("UPDATE dim_document SET issuer_kind = 'township'", "township", "government"),
            conflict("UPDATE dim_issuer SET named_kind = 'bureau'", "bureau", "government"),
            conflict(
                    "UPDATE dim_issuer SET named_kind = NULL; UPDATE dim_document SET issuer_kind = 'bureau'",
                    "bureau",
                    "government"),
            conflict(
                    ANOTHER_BODY
                            + "UPDATE dim_issuer SET issuer_function = 'development_zone' WHERE issuer_key = 'other'",
                    "government",
                    "government"),
            found(
                    "issuer_conflict",
                    COPY + "UPDATE dim_source SET issuer_kind = 'bureau';"
                            + "UPDATE dim_document SET document_id = '0' WHERE document_id = '~copy'",
                    "0 | http://copy.example/ | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | government | yunxi"
                            + " | 云溪县人民政府 | bureau",
                    "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | government | yunxi"
                            + " | 云溪县人民政府 | bureau"),
            nothing(
                    "issuer_conflict",
                    "UPDATE dim_source SET issuer_kind = 'bureau'; UPDATE dim_document SET issuer_kind = 'bureau';"
                            + "UPDATE dim_issuer SET named_kind = 'bureau'"),
            nothing("issuer_conflict", ANOTHER_BODY),
            nothing("issuer_conflict", "UPDATE dim_source SET issuer_kind = 'party_government'"),
            nothing(
                    "issuer_conflict",
                    "UPDATE dim_issuer SET named_kind = 'party_government';"
                            + "UPDATE dim_document SET issuer_kind = 'party_government'"),
            nothing("issuer_conflict", "UPDATE dim_source SET issuer_kind = 'bureau';" + NOT_CURRENT),
            nothing("issuer_conflict", "UPDATE dim_source SET issuer_kind = 'bureau', region_code = '990102'"),
            found(
                    "issuer_elsewhere",
                    COPY + "UPDATE dim_document SET is_elsewhere = true;"
                            + "UPDATE dim_document SET document_id = '0' WHERE document_id = '~copy'",
                    "0 | http://copy.example/ | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | 990101 | yunxi | 云溪县人民政府"
                            + " | 990101",
                    "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | 990101 | yunxi | 云溪县人民政府"
                            + " | 990101"),
            nothing("issuer_elsewhere", "UPDATE dim_document SET is_elsewhere = NULL"),
            nothing("issuer_elsewhere", "UPDATE dim_document SET is_elsewhere = true;" + NOT_CURRENT),
            found(
                    "load_sum",
                    "UPDATE load_count SET read_count = 3 WHERE thing = 'figure'",
                    "night | figure | 3 | 2 | 0 | 0"),
            found(
                    "load_sum",
                    "UPDATE load_count SET read_count = 2, ignored_count = 1 WHERE thing = 'extract'",
                    "night: extracts | ignored |  | 1 |  | 0"),
            found(
                    "load_sum",
                    "UPDATE load_count SET read_count = 2, quarantined_count = 1 WHERE thing = 'extract'",
                    "night: extracts | quarantined |  | 1 |  | 0"),
            found(
                    "load_sum",
                    "INSERT INTO load_count VALUES ('capture', 3, 1, 0, 1)",
                    "night | capture | 3 | 1 | 0 | 1"),
            nothing("load_sum", "INSERT INTO load_count VALUES ('capture', 3, 1, 1, 1)"),
            found("load_sum", reading("loaded", "NULL", "1", 2, 2), "night: extracts | loaded |  | 1 |  | 2"),
            nothing(
                    "load_sum",
                    "UPDATE load_count SET read_count = 3, ignored_count = 1, quarantined_count = 1 WHERE thing = 'extract';"
                            + reading("ignored", "'not_modified'", "NULL", 2, 0)
                            + reading("quarantined", "'no_text'", "NULL", 2, 0)),
            nothing("load_sum", LOAD_QUARANTINED),
            found(
                    "load_sum",
                    "INSERT INTO fact_figure SELECT * REPLACE ('x' AS document_id) FROM fact_figure WHERE ordinal = 0",
                    "night: figures | loaded |  | 2 |  | 3"),
            found("load_sum", quarantined("figure", "x", "1"), "night: figures | quarantined |  |  | 0 | 1"),
            nothing("load_sum", quarantined("field", "$D", "1")),
            found(
                    "load_sum",
                    quarantined("figure", "x", "1") + quarantined("field", "x", "1"),
                    "night: figures | quarantined |  |  | 0 | 1"),
            found(
                    "load_sum",
                    "DELETE FROM fact_figure; UPDATE load_count SET read_count = 0, loaded_count = 0 WHERE thing = 'figure';"
                            + "UPDATE fact_reading SET figure_read_count = 1, figure_loaded_count = 1",
                    "document | $D-1 | 1 | 0 | 0 | "),
            found(
                    "load_sum",
                    "INSERT INTO dim_document SELECT * REPLACE (2 AS version) FROM dim_document",
                    "night: documents | loaded |  | 1 |  | 2"),
            found("load_sum", "UPDATE fact_figure SET version = 2 WHERE ordinal = 0", "document | $D-1 | 2 | 1 | 0 | "),
            found("load_sum", "UPDATE fact_figure SET document_id = 'x'", "document | $D-1 | 2 | 0 | 0 | "),
            found("load_sum", "UPDATE fact_reading SET figure_loaded_count = 1", "document | $D-1 | 2 | 2 | 0 | "),
            found(
                    "load_sum",
                    "UPDATE fact_reading SET figure_loaded_count = 1, figure_read_count = 3;"
                            + "UPDATE load_count SET read_count = 3, quarantined_count = 1 WHERE thing = 'figure';"
                            + quarantined("figure", "$D", "1"),
                    "document | $D-1 | 3 | 2 | 1 | "),
            found(
                    "load_sum",
                    "UPDATE load_count SET read_count = 2, ignored_count = 1 WHERE thing = 'extract';"
                            + reading("ignored", "NULL", "NULL", 0, 0),
                    "reason | $D |  |  |  | "),
            found(
                    "load_sum",
                    "UPDATE load_count SET read_count = 2, quarantined_count = 1 WHERE thing = 'extract';"
                            + reading("quarantined", "''", "NULL", 0, 0),
                    "reason | $D |  |  |  | "),
            found("lost_documents", before("source", "yunxi", "4, 1"), "yunxi | 1 | 4 | 0.25"),
            found(
                    "lost_documents",
                    "INSERT INTO dim_source SELECT * REPLACE ('a' AS source_id) FROM dim_source;"
                            + before("source", "yunxi", "4, 1") + before("source", "a", "1, 1"),
                    "a | 1 | 1 | 1.0",
                    "yunxi | 1 | 4 | 0.25"),
            nothing("lost_documents", before("source", "yunxi", "5, 1")),
            nothing("lost_documents", before("source", "another", "4, 4")),
            nothing("lost_documents", before("mart", "yunxi", "4, 4")),
            found("lost_figures", SECOND_VERSION, "$D | 2 | 2 | 0"),
            nothing("lost_figures", SECOND_VERSION + "UPDATE dim_document SET is_current = version = 1"),
            nothing("lost_figures", SECOND_VERSION + figureOf(2, "a")),
            nothing("lost_figures", SECOND_VERSION + "UPDATE dim_document SET report_year = 2023 WHERE version = 1"),
            found("lost_figures", SECOND_VERSION + "UPDATE dim_document SET report_year = NULL", "$D | 2 | 2 | 0"),
            found(
                    "lost_archive",
                    "UPDATE fact_reading SET outcome = 'quarantined', reason = 'archive_lost', detail = 'archive/x@7: gone'",
                    "yunxi | http://yunxi.example/2024 | archive/x@7: gone"),
            found(
                    "lost_archive",
                    "INSERT INTO fact_reading SELECT fact_reading.* REPLACE (s AS source_id, u AS url, d AS detail,"
                            + " 'archive_lost' AS reason) FROM fact_reading, (VALUES ('b', 't', 'w'), ('a', 'v', 'x'),"
                            + " ('a', 'u', 'z'), ('a', 'u', 'y')) AS lost (s, u, d)",
                    "a | u | y",
                    "a | u | z",
                    "a | v | x",
                    "b | t | w"),
            nothing("lost_archive", "UPDATE fact_reading SET outcome = 'quarantined', reason = 'truncated'"),
            found("lost_figures", SECOND_VERSION + figureOf(2, "a") + figureOf(1, "b"), "$D | 2 | 3 | 1"),
            nothing("lost_figures", SECOND_VERSION + """
                    UPDATE dim_document SET is_current = false;
                    INSERT INTO dim_document
                    SELECT * REPLACE (3 AS version, true AS is_current) FROM dim_document WHERE version = 2"""),
            nothing("lost_figures", SECOND_VERSION + figureOf(2, "a") + """
                    INSERT INTO dim_document
                    SELECT * REPLACE ('e' AS document_id) FROM dim_document WHERE version = 1;
                    INSERT INTO fact_figure SELECT * REPLACE ('e' AS document_id) FROM fact_figure WHERE version = 1;
                    INSERT INTO fact_figure SELECT * FROM fact_figure WHERE document_id = 'e'"""),
            found(
                    "lost_observations",
                    OBSERVED + gone("rule_changed"),
                    "1 | 19 | 0.05263157894736842 | [990101 2024 a.b]"),
            found(
                    "lost_observations",
                    OBSERVED.replace("19", "1") + gone("rule_changed"),
                    "1 | 1 | 1.0 | [990101 2024 a.b]"),
            found(
                    "lost_observations",
                    OBSERVED
                            + gone("rule_changed").replace("990101", "990102").replace("2024", "2022")
                            + gone("rule_changed").replace("a.b", "d.d")
                            + gone("rule_changed").replace("a.b", "c.c")
                            + gone("rule_changed")
                            + gone("rule_changed").replace("2024", "2023").replace("a.b", "e.e"),
                    "5 | 19 | 0.2631578947368421 | [990101 2023 e.e, 990101 2024 a.b, 990101 2024 c.c]"),
            nothing("lost_observations", OBSERVED.replace("19", "20") + gone("rule_changed")),
            nothing("lost_observations", OBSERVED.replace("19", "0") + gone("rule_changed")),
            nothing("lost_observations", gone("rule_changed")),
            nothing("lost_observations", OBSERVED.replace("mart_observation", "mart_figure") + gone("rule_changed")),
            nothing("lost_observations", OBSERVED.replace("'mart'", "'source'") + gone("rule_changed")),
            nothing("lost_observations", OBSERVED + gone("new_version")),
            nothing("lost_observations", OBSERVED + gone("source_gone")),
            nothing("lost_observations", OBSERVED + gone("moved")),
            found(
                    "lost_observations",
                    OBSERVED + gone("archive_lost"),
                    "1 | 19 | 0.05263157894736842 | [990101 2024 a.b]"),
            nothing("lost_observations", OBSERVED + gone("review")),
            nothing("lost_observations", OBSERVED + gone("rule_changed").replace("'removed'", "'changed'")),
            nothing("lost_observations", OBSERVED + gone("rule_changed").replace("'observation'", "'document'")),
            nothing("lost_observations", OBSERVED + gone("rule_changed") + COME),
            found(
                    "lost_observations",
                    OBSERVED + gone("rule_changed") + COME.replace("'d'", "'e'"),
                    "1 | 19 | 0.05263157894736842 | [990101 2024 a.b]"),
            found(
                    "lost_observations",
                    OBSERVED + gone("rule_changed") + COME.replace("'a.b'", "'a.c'"),
                    "1 | 19 | 0.05263157894736842 | [990101 2024 a.b]"),
            found(
                    "lost_observations",
                    OBSERVED + gone("rule_changed") + COME.replace("'added'", "'changed'"),
                    "1 | 19 | 0.05263157894736842 | [990101 2024 a.b]"),
            found(
                    "lost_observations",
                    OBSERVED + gone("rule_changed") + COME.replace("'observation'", "'document'"),
                    "1 | 19 | 0.05263157894736842 | [990101 2024 a.b]"),
            found(
                    "lost_report",
                    change("document", "removed", "version", "1", "NULL", "source_gone")
                            + change("document", "removed", "version", "1", "NULL", "rule_changed")
                                    .replace("'d'", "'c'"),
                    "c | u | 990101 | 2024 | rule_changed",
                    "d | u | 990101 | 2024 | source_gone"),
            nothing("lost_report", change("document", "removed", "version", "1", "NULL", "moved")),
            nothing("lost_report", change("document", "changed", "version", "1", "2", "new_version")),
            nothing("lost_report", change("observation", "removed", "value", "1", "NULL", "source_gone")),
            found(
                    "mart_contract",
                    "ALTER TABLE mart_compliance RENAME score TO points;"
                            + "ALTER TABLE mart_compliance RENAME has_plan TO plan",
                    "mart_compliance | 5 | has_plan | BOOLEAN | ",
                    "mart_compliance | 7 | score | INTEGER | "),
            found(
                    "mart_contract",
                    "ALTER TABLE mart_compliance DROP score; ALTER TABLE mart_compliance ADD score INTEGER",
                    "mart_compliance | 7 | score | INTEGER | INTEGER",
                    "mart_compliance | 13 | issuer_key | VARCHAR | VARCHAR",
                    "mart_compliance | 14 | issuer_name | VARCHAR | VARCHAR",
                    "mart_compliance | 15 | issuer_function | VARCHAR | VARCHAR"),
            found(
                    "mart_contract",
                    "ALTER TABLE mart_compliance ALTER score TYPE BIGINT; DROP VIEW mart_quality",
                    "mart_compliance | 7 | score | INTEGER | BIGINT",
                    "mart_quality | 1 | document_id | VARCHAR | ",
                    "mart_quality | 2 | check | VARCHAR | ",
                    "mart_quality | 3 | status | VARCHAR | ",
                    "mart_quality | 4 | stated | VARCHAR | "),
            nothing("mart_contract", "ALTER TABLE mart_compliance ADD more INTEGER"),
            nothing("mart_contract", "CREATE TEMP TABLE mart_compliance AS SELECT 'x' AS document_id"),
            found(
                    "negative_value",
                    "UPDATE fact_figure SET value = -0.000001 WHERE ordinal = 0",
                    "$D-1-f0 | 79件 | -0.000001 | 受理79件。"),
            nothing("negative_value", "UPDATE fact_figure SET value = 0"),
            found("no_document", "DELETE FROM dim_document", "page | loaded |  | 1"),
            found("no_document", "DELETE FROM dim_document; DELETE FROM fact_reading", "page | read |  | 0"),
            found(
                    "no_document",
                    "DELETE FROM dim_document; DELETE FROM fact_reading;" + asked(1, "failed") + asked(2, "blocked")
                            + asked(2, "blocked"),
                    "listing asked for | blocked | why | 2",
                    "page | read |  | 0"),
            found(
                    "no_document",
                    "DELETE FROM dim_document; DELETE FROM fact_reading;" + asked("listing", "failed", "c")
                            + asked("listing", "failed", "b") + asked("listing", "failed", "a")
                            + asked("listing", "blocked", "z") + asked("document", "gone", "y")
                            + asked("robots", "gone", "x") + asked("robots", "gone", "x"),
                    "robots asked for | gone | x | 2",
                    "document asked for | gone | y | 1",
                    "listing asked for | blocked | z | 1",
                    "listing asked for | failed | a | 1",
                    "listing asked for | failed | b | 1"),
            found(
                    "no_document",
                    "DELETE FROM dim_document;" + fetch(1, "listing", "failed", "NULL"),
                    "listing asked for | failed |  | 1",
                    "page | loaded |  | 1"),
            nothing("no_document", asked(1, "failed")),
            found(
                    "no_report_listed",
                    MISSING
                            + "UPDATE fact_coverage SET state = 'missing', listing_url = 'http://yunxi.example/' WHERE report_year = 2025;"
                            + "INSERT INTO fact_coverage SELECT fact_coverage.* REPLACE (l AS listing_url, s AS source_id,"
                            + " 2026 - report_year + 2023 AS report_year) FROM fact_coverage,"
                            + " (VALUES ('c', 'yunxi'), ('b', 'yunxi'), ('z', 'a'), ('z', 'linked')) AS other (l, s);"
                            + linked("linked"),
                    "a | z | [2024, 2025]",
                    "yunxi | b | [2024, 2025]",
                    "yunxi | c | [2024, 2025]",
                    "yunxi | http://yunxi.example/ | [2024, 2025]"),
            nothing("no_report_listed", MISSING + linked("yunxi")),
            nothing("no_report_listed", MISSING + "UPDATE fact_coverage SET state = 'unseen' WHERE state = 'missing'"),
            orphan(
                    "UPDATE document_text SET version = 2",
                    "document_text | $D-2 | document",
                    "dim_document | $D-1 | text"),
            orphan(
                    "INSERT INTO document_text SELECT * REPLACE ('x' AS document_id) FROM document_text",
                    "document_text | x-1 | document"),
            orphan("DELETE FROM document_text", "dim_document | $D-1 | text"),
            orphan("UPDATE fact_section SET version = 2", "fact_section | $D-1-s0 | document"),
            orphan("UPDATE fact_section SET parent_section_id = 'nowhere'", "fact_section | $D-1-s0 | parent section"),
            nothing("orphan_row", CHILD.formatted(3, 10)),
            orphan("UPDATE fact_figure SET version = 2 WHERE ordinal = 0", "fact_figure | $D-1-f0 | document"),
            orphan(
                    "UPDATE fact_figure SET section_id = 'nowhere' WHERE ordinal = 0",
                    "fact_figure | $D-1-f0 | section"),
            nothing("orphan_row", "UPDATE fact_figure SET section_id = NULL"),
            orphan("UPDATE fact_figure SET unit = 'nowhere' WHERE ordinal = 0", "fact_figure | $D-1-f0 | unit"),
            orphan("UPDATE fact_repair SET version = 2", "fact_repair | $D-2 | document"),
            orphan("UPDATE fact_part SET version = 2", "fact_part | $D-2 | document"),
            orphan("UPDATE fact_check SET version = 2", "fact_check | $D-2 | document"),
            orphan(
                    "UPDATE fact_observation SET figure_id = 'nowhere' WHERE unit = '件'",
                    "fact_observation | nowhere | figure"),
            orphan("UPDATE dim_source SET issuer_key = 'nowhere'", "dim_source | yunxi | issuer nowhere"),
            orphan("UPDATE dim_document SET issuer_key = NULL", "dim_document | $D-1 | issuer "),
            orphan(
                    "UPDATE dim_document SET issuer_key = 'nowhere', region_key = NULL, region_code = NULL",
                    "dim_document | $D-1 | issuer nowhere"),
            nothing("orphan_row", "UPDATE dim_document SET issuer_key = NULL, region_key = NULL, region_code = NULL"),
            orphan(
                    "UPDATE fact_observation SET issuer_key = 'nowhere' WHERE unit = '件'",
                    "fact_observation | $D-1-f0 | issuer nowhere"),
            orphan(
                    "UPDATE fact_coverage SET issuer_key = 'nowhere' WHERE report_year = 2024",
                    "fact_coverage | yunxi 2024 | issuer nowhere"),
            orphan("UPDATE dim_document SET region_key = NULL", "dim_document | $D-1 | region 990101"),
            nothing("orphan_row", "UPDATE dim_document SET region_key = NULL, region_code = NULL"),
            found(
                    "quiet_listing",
                    MISSING + newest("2024-12-31"),
                    "yunxi | http://yunxi.example/ | 2024-12-31 | [2024]"),
            found(
                    "quiet_listing",
                    MISSING + newest("2024-12-31")
                            + "INSERT INTO fact_coverage SELECT fact_coverage.* REPLACE (l AS listing_url, s AS source_id) FROM"
                            + " fact_coverage, (VALUES ('c', 'yunxi'), ('b', 'yunxi'), ('z', 'a')) AS other (l, s)"
                            + " WHERE state = 'missing';"
                            + "INSERT INTO fact_listing SELECT * REPLACE ('a' AS source_id) FROM fact_listing",
                    "a | z | 2024-12-31 | [2024]",
                    "yunxi | b | 2024-12-31 | [2024]",
                    "yunxi | c | 2024-12-31 | [2024]",
                    "yunxi | http://yunxi.example/ | 2024-12-31 | [2024]"),
            nothing("quiet_listing", MISSING + newest("2025-01-01")),
            nothing(
                    "quiet_listing",
                    MISSING + newest("2024-12-31")
                            + "UPDATE fact_coverage SET state = 'unseen' WHERE state = 'missing'"),
            nothing("quiet_listing", MISSING + newest("2024-12-31") + another("true", "2025-01-01")),
            found(
                    "quiet_listing",
                    MISSING
                            + newest("2024-12-31")
                            + another("false", "2025-01-01")
                            + "UPDATE fact_coverage SET state = 'missing', due_date = DATE '2026-04-01', listing_url ="
                            + " 'http://yunxi.example/' WHERE report_year = 2025",
                    "yunxi | http://yunxi.example/ | 2024-12-31 | [2024, 2025]"),
            found(
                    "rate_out_of_range",
                    rate("100.000001"),
                    "990101 | government | 2024 | " + "reconsideration.correction_rate | 100.000001 | % | $D-1-f1"),
            found(
                    "rate_out_of_range",
                    rate("-0.000001"),
                    "990101 | government | 2024 | " + "reconsideration.correction_rate | -0.000001 | % | $D-1-f1"),
            found(
                    "rate_out_of_range",
                    rate("99") + "; UPDATE fact_observation SET value_high = 100.000001 WHERE value = 99",
                    "990101 | government | 2024 | " + "reconsideration.correction_rate | 99.000000 | % | $D-1-f1"),
            nothing("rate_out_of_range", rate("0") + "; UPDATE fact_observation SET value_high = 100 WHERE value = 0"),
            nothing("rate_out_of_range", rate("100")),
            nothing("rate_out_of_range", rate("0")),
            nothing("rate_out_of_range", rate("288") + ";UPDATE fact_observation SET unit = '‰'"),
            nothing("rate_out_of_range", "UPDATE fact_observation SET value = 288, unit = '%' WHERE value = 79"),
            found("section_outside_text", "UPDATE fact_section SET span_start = -1", "$D-1-s0 | -1 | 15"),
            found("section_outside_text", "UPDATE fact_section SET span_start = 5, span_end = 4", "$D-1-s0 | 5 | 4"),
            nothing("section_outside_text", "UPDATE fact_section SET span_start = 5, span_end = 5"),
            found("section_outside_text", "UPDATE fact_section SET span_end = 16", "$D-1-s0 | 0 | 16"),
            found("section_outside_text", "UPDATE fact_section SET repaired_end = 17", "$D-1-s0 | 0 | 15"),
            found("section_outside_text", "UPDATE document_text SET repaired_text = NULL", "$D-1-s0 | 0 | 15"),
            nothing(
                    "section_outside_text",
                    "UPDATE document_text SET repaired_text = NULL; UPDATE fact_section SET repaired_end = 15"),
            nothing("section_outside_text", CHILD.formatted(3, 10)),
            found("section_outside_text", CHILD.formatted(2, 9), "child | 2 | 9"),
            found("section_outside_text", CHILD.formatted(4, 11), "child | 4 | 11"),
            found("shrunk_listing", listed(4, 1), "yunxi | 1 | 4.0"),
            found("shrunk_listing", listed(5, 2), "yunxi | 2 | 5.0"),
            nothing("shrunk_listing", listed(4, 2)),
            nothing("shrunk_listing", listed(3, 1)),
            nothing("shrunk_listing", listed(1, 4)),
            nothing("shrunk_listing", listed(4, 1).replace("'listing'", "'document'")),
            found("shrunk_listing", listed(2, 1) + fetch(1, "listing", "fetched", "2"), "yunxi | 1 | 4.0"),
            found("shrunk_listing", listed(4, 1) + fetch(3, "listing", "failed", "NULL"), "yunxi | 1 | 4.0"),
            found("shrunk_listing", listed(100, 4, 4, 4, 10, 10, 10, 4, 1), "yunxi | 1 | 4.0"),
            found("shrunk_listing", listed(4, 4, 4, 10, 10, 10, 10, 1), "yunxi | 1 | 10.0"),
            found(
                    "shrunk_listing",
                    listed(4, 1) + "INSERT INTO fact_fetch SELECT * REPLACE ('a' AS source_id) FROM fact_fetch",
                    "a | 1 | 4.0",
                    "yunxi | 1 | 4.0"),
            found("span_mismatch", "UPDATE fact_figure SET raw = 'x' WHERE ordinal = 0", "$D-1-f0 | x | 79件"),
            found("span_mismatch", at(-1, 3, 3, 6), "$D-1-f0 | 受理7 | 受理7"),
            found("span_mismatch", at(4, 2, 3, 6), "$D-1-f0 | 79 | 79"),
            found("span_mismatch", at(9, 16, 3, 6), "$D-1-f0 | 28.8%。 | 28.8%。"),
            found("span_mismatch", at(2, 5, -1, 6), "$D-1-f0 | 79件 | 79件"),
            found("span_mismatch", at(2, 5, 4, 3), "$D-1-f0 | 79件 | 79件"),
            found("span_mismatch", at(2, 5, 3, 17), "$D-1-f0 | 79件 | 79件"),
            nothing("span_mismatch", at(0, 15, 0, 16)),
            nothing("span_mismatch", at(4, 4, 3, 3)),
            found(
                    "span_mismatch",
                    at(2, 5, 3, 16) + ";UPDATE document_text SET repaired_text = NULL",
                    "$D-1-f0 | 79件 | 79件"),
            nothing("span_mismatch", at(2, 5, 3, 15) + ";UPDATE document_text SET repaired_text = NULL"),
            found(
                    "unknown_indicator",
                    "UPDATE fact_figure SET indicator_code = 'no.such' WHERE ordinal = 0",
                    "$D-1-f0 | no.such | test.rule"),
            nothing("unknown_indicator", "UPDATE fact_figure SET indicator_code = NULL"),
            found(
                    "unlisted_region",
                    "UPDATE dim_region SET is_listed = false WHERE region_code IN ('990101', '990102')",
                    "990101 | 1",
                    "990102 | 0"),
            found("unlisted_source", "DELETE FROM dim_source", "yunxi | 1"),
            found(
                    "unlisted_unit",
                    "UPDATE dim_unit SET is_listed = false WHERE unit IN ('件', '%', '人')",
                    "% | 1 | $D-1-f1",
                    "件 | 1 | $D-1-f0"),
            found(
                    "unlisted_unit",
                    "UPDATE dim_unit SET is_listed = false WHERE unit IN ('件', '%');"
                            + "INSERT INTO fact_figure SELECT * FROM fact_figure WHERE unit = '件'",
                    "件 | 2 | $D-1-f0",
                    "% | 1 | $D-1-f1"),
            found(
                    "unplaced_document",
                    "UPDATE dim_document SET region_code = NULL, issuer_key = NULL",
                    "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 |  | 2024"),
            found(
                    "unplaced_document",
                    "UPDATE dim_document SET issuer_key = NULL",
                    "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | 990101 | 2024"),
            found(
                    "unmatched_review",
                    review("b.yml", 10, "ambiguous")
                            + review("b.yml", 2, "unmatched")
                            + review("a.yml", 7, "refused")
                            + review("a.yml", 5, "applied")
                            + review("c.yml", 3, "conflicting"),
                    "a.yml:7 | refused | detail | code | document | raw",
                    "b.yml:2 | unmatched | detail | code | document | raw",
                    "b.yml:10 | ambiguous | detail | code | document | raw",
                    "c.yml:3 | conflicting | detail | code | document | raw"),
            found(
                    "unplaced_document",
                    "UPDATE dim_document SET report_year = NULL",
                    "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | 990101 | "),
            nothing(
                    "unplaced_document",
                    "UPDATE dim_document SET issuer_key = NULL, report_year = NULL;" + NOT_CURRENT),
            found(
                    "unchecked_place",
                    "UPDATE dim_source SET unchecked_place = '松岭县';"
                            + "INSERT INTO dim_source SELECT * REPLACE ('a' AS source_id) FROM dim_source",
                    "a | 云溪县人民政府 | 松岭县 | 990101",
                    "yunxi | 云溪县人民政府 | 松岭县 | 990101"),
            found(
                    "unseen_source",
                    "UPDATE fact_listing SET is_whole = false, ended_as = 'blocked'",
                    "yunxi | http://yunxi.example/ | blocked | 2026-01-10 12:00:00.0"),
            nothing(
                    "unseen_source",
                    "UPDATE fact_listing SET is_last = false; INSERT INTO fact_listing"
                            + " SELECT * REPLACE (true AS is_last, false AS is_whole, 'failed' AS ended_as) FROM fact_listing"),
            found(
                    "unseen_source",
                    "INSERT INTO dim_source SELECT * REPLACE ('a' AS source_id) FROM dim_source; INSERT INTO fact_listing"
                            + " SELECT fact_listing.* REPLACE ('http://' || n || '.example/' AS listing_url, false AS is_whole,"
                            + " 'not_walked' AS ended_as, NULL AS began_at)"
                            + " FROM fact_listing, (VALUES ('z'), ('b')) AS other (n)",
                    "a |  | no_listing | ",
                    "yunxi | http://b.example/ | not_walked | ",
                    "yunxi | http://z.example/ | not_walked | "),
            found("unseen_source", UNSEEN, "yunxi | http://yunxi.example/ | begins_later | 2026-01-10 12:00:00.0"),
            nothing("unseen_source", UNSEEN + "UPDATE fact_coverage SET state = 'not_due'"),
            nothing("unseen_source", UNSEEN + "UPDATE fact_coverage SET unseen_reason = 'before_due_date'"),
            nothing("unseen_source", UNSEEN + "UPDATE fact_coverage SET state = 'missing' WHERE report_year = 2025"),
            found(
                    "unseen_source",
                    UNSEEN + "UPDATE fact_listing SET is_whole = false, ended_as = 'failed'",
                    "yunxi | http://yunxi.example/ | failed | 2026-01-10 12:00:00.0"),
            found(
                    "unseen_source",
                    UNSEEN + "UPDATE fact_coverage SET state = 'not_due' WHERE report_year = 2025",
                    "yunxi | http://yunxi.example/ | begins_later | 2026-01-10 12:00:00.0"),
            found("value_jump", jump("accepted", "10", "1001"), jumped("10.000000", "1001.000000")),
            found("value_jump", jump("accepted", "1001", "10"), jumped("1001.000000", "10.000000")),
            nothing("value_jump", jump("accepted", "10", "1000")),
            nothing("value_jump", jump("accepted", "1000", "10")),
            nothing("value_jump", jump("accepted", "9.999999", "2000")),
            nothing("value_jump", jump("correction_rate", "10", "2000")),
            found("vanished_source", links("gone", "gone", "soft_404", "fetched"), "yunxi | 4 | 3"),
            nothing("vanished_source", links("gone", "soft_404", "fetched", "fetched")),
            nothing("vanished_source", links("gone", "soft_404", "gone")),
            dated("written_date", "2024-11-30"),
            dated("written_date", "2027-01-01"),
            nothing("year_against_date", "UPDATE dim_document SET written_date = DATE '2024-12-01'"),
            nothing("year_against_date", "UPDATE dim_document SET written_date = DATE '2026-12-31'"),
            found(
                    "year_against_date",
                    "UPDATE dim_document SET written_date = NULL, published_date = DATE '2024-11-30'",
                    "$D | http://yunxi.example/2024 | 2024 |  | 2024-11-30"),
            found(
                    "year_against_date",
                    "UPDATE dim_document SET written_date = NULL, published_date = DATE '2027-01-01'",
                    "$D | http://yunxi.example/2024 | 2024 |  | 2027-01-01"),
            nothing(
                    "year_against_date",
                    "UPDATE dim_document SET written_date = DATE '2025-01-01', published_date = DATE '2030-01-01'"),
            nothing("year_against_date", "UPDATE dim_document SET written_date = DATE '2024-02-01';" + NOT_CURRENT),
            nothing("year_against_date", "UPDATE dim_document SET report_year = NULL"),
            titled("2023年报告"),
            titled("1999年报告"),
            nothing("year_against_title", "UPDATE dim_document SET title = '法治政府建设年度报告'"),
            nothing("year_against_title", "UPDATE dim_document SET title = '2124年报告'"),
            nothing("year_against_title", "UPDATE dim_document SET title = '2023年和2024年报告'"),
            nothing("year_against_title", "UPDATE dim_document SET title = '2023年报告';" + NOT_CURRENT),
            nothing("year_against_title", "UPDATE dim_document SET title = '2023年报告', report_year = NULL"));

    private AuditCases() {}

    /** A build that no audit finds fault with, and that has a row in every table the audits look at. */
    public static Path soundBuild(Path root) {
        Home home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2024)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                .check("correction_rate", "confirmed", 1)
                .part("achievements", true)
                .repairedWith("【")
                .extract("yunxi", "http://yunxi.example/2024"));
        return home.build().file();
    }

    /** The newest row of the listing that was walked to its end. */
    private static String newest(String date) {
        return "UPDATE fact_listing SET newest_date = DATE '" + date + "';";
    }

    /** Another listing of the source. */
    private static String another(String isWhole, String newest) {
        return "INSERT INTO fact_listing SELECT * REPLACE ('http://b.example/' AS listing_url, " + isWhole
                + " AS is_whole, DATE '" + newest + "' AS newest_date) FROM fact_listing;";
    }

    /** What is wrong with an audit by the cases of its name. */
    public static List<String> failures(WorkingFile file, SqlFile audit) throws SQLException {
        List<String> failures = new ArrayList<>();
        for (AuditCase each : of(audit)) {
            failure(file, audit, each).ifPresent(failures::add);
        }
        return failures;
    }

    /** As {@link #failures}, but stops at the first. */
    public static boolean isRefuted(WorkingFile file, SqlFile audit) throws SQLException {
        for (AuditCase each : of(audit)) {
            if (failure(file, audit, each).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<AuditCase> of(SqlFile audit) {
        List<AuditCase> cases = new ArrayList<>();
        cases.add(nothing(audit.name(), "SELECT 1"));
        ALL.stream().filter(each -> each.audit().equals(audit.name())).forEach(cases::add);
        return cases;
    }

    private static Optional<String> failure(WorkingFile file, SqlFile audit, AuditCase each) throws SQLException {
        List<String> expected = each.samples().stream().map(AuditCases::named).toList();
        file.execute("BEGIN TRANSACTION");
        try {
            file.execute(named(each.plant()));
            List<String> got = Auditor.run(file, audit).map(Finding::samples).orElse(List.of());
            return got.equals(expected)
                    ? Optional.empty()
                    : Optional.of(
                            audit.name() + ": after " + named(each.plant()) + " expected " + expected + ", got " + got);
        } finally {
            file.execute("ROLLBACK");
        }
    }

    private static String named(String text) {
        return text.replace("$D", ID).replace("$I", ISSUER);
    }

    private static AuditCase twice(String table, String where, String key) {
        return found(
                "duplicate_key",
                "INSERT INTO " + table + " SELECT * FROM " + table + " WHERE " + where,
                table + " | " + key + " | 2");
    }

    private static AuditCase conflict(String plant, String kind, String sourceKind) {
        return found(
                "issuer_conflict",
                plant,
                "$D | http://yunxi.example/2024 | 云溪县人民政府2024年法治政府建设年度报告 | 云溪县人民政府 | " + kind + " | yunxi | 云溪县人民政府 | "
                        + sourceKind);
    }

    private static AuditCase collapsed(String plant, String sample) {
        return found("collapsed_observations", plant, sample);
    }

    private static AuditCase orphan(String plant, String... samples) {
        return found("orphan_row", plant, samples);
    }

    private static AuditCase dated(String column, String date) {
        return found(
                "year_against_date",
                "UPDATE dim_document SET " + column + " = DATE '" + date + "'",
                "$D | http://yunxi.example/2024 | 2024 | " + date + " | ");
    }

    private static AuditCase titled(String title) {
        return found(
                "year_against_title",
                "UPDATE dim_document SET title = '" + title + "'",
                "$D | http://yunxi.example/2024 | 2024 | " + title);
    }

    private static String rate(String value) {
        return "UPDATE fact_observation SET value = " + value
                + " WHERE indicator_code = 'reconsideration.correction_rate'";
    }

    private static String jump(String indicator, String before, String after) {
        return "UPDATE mart_comparison SET previous_value = " + before + ", value = " + after
                + " WHERE indicator_code = 'reconsideration." + indicator + "'";
    }

    private static String jumped(String before, String after) {
        return "990101 | government | 2024 | reconsideration.accepted | " + before + " | " + after + " | $D-1-f0";
    }

    private static String links(String... states) {
        StringBuilder sql = new StringBuilder();
        for (String state : states) {
            sql.append(
                    "INSERT INTO fact_link (source_id, document_id, url, title, state, first_seen_at) SELECT 'yunxi', 'd', 'u', 't', '"
                            + state + "', TIMESTAMP '2026-01-01';");
        }
        return sql.toString();
    }

    /** The first figure at other spans, its raw made to be what stands there. */
    private static String at(int start, int end, int repairedStart, int repairedEnd) {
        return String.format(
                "UPDATE fact_figure SET span_start = %1$d, span_end = %2$d, repaired_start = %3$d, repaired_end = %4$d,"
                        + " raw = (SELECT substring(text, %1$d + 1, %2$d - %1$d) FROM document_text) WHERE ordinal = 0",
                start, end, repairedStart, repairedEnd);
    }

    private static String figureOf(int version, String id) {
        return String.format(
                "INSERT INTO fact_figure SELECT * REPLACE ('%s' AS figure_id, %d AS version) FROM fact_figure"
                        + " WHERE figure_id = '$D-1-f0';",
                id, version);
    }

    private static String quarantined(String scope, String document, String version) {
        return String.format(
                "INSERT INTO quarantine (scope, source_id, document_id, version, ordinal, url, reason, detail)"
                        + " VALUES ('%s', 'yunxi', '%s', %s, 2, 'u', 'r', '');",
                scope, document, version);
    }

    private static String reading(String outcome, String reason, String version, int read, int loaded) {
        return String.format(
                "INSERT INTO fact_reading SELECT * REPLACE ('%s' AS outcome, %s AS reason, %s AS version,"
                        + " %d AS figure_read_count, %d AS figure_loaded_count) FROM fact_reading LIMIT 1;",
                outcome, reason, version, read, loaded);
    }

    /** One listing a night, with the links that it gave. */
    private static String listed(int... taken) {
        StringBuilder sql = new StringBuilder();
        for (int night = 1; night <= taken.length; night++) {
            sql.append(fetch(night, "listing", "fetched", Integer.toString(taken[night - 1])));
        }
        return sql.toString();
    }

    /** A request of a night, with the links that it gave. */
    private static String fetch(int night, String kind, String state, String taken) {
        return String.format(
                "INSERT INTO fact_fetch (night, night_started_at, source_id, url, kind, state, http_status, started_at,"
                        + " duration_ms, bytes, attempts, reason, taken_count) VALUES (DATE '2026-01-0%1$d',"
                        + " TIMESTAMP '2026-01-0%1$d 17:00:00', 'yunxi', 'u', '%2$s', '%3$s', 200,"
                        + " TIMESTAMP '2026-01-0%1$d 17:00:00', 1, 1, 1, NULL, %4$s);",
                night, kind, state, taken);
    }

    /** @param counts how many there were, and where they are documents how many are lost */
    private static String before(String subject, String name, String counts) {
        String lost = counts.contains(",") ? "" : ", NULL";
        return "INSERT INTO before_count VALUES ('" + subject + "', '" + name + "', " + counts + lost + ");";
    }

    private static String gone(String reason) {
        return "INSERT INTO mart_change BY NAME SELECT 'observation' AS subject, 'removed' AS change, 'd' AS document_id,"
                + " 'u' AS url, '990101' AS region_code, 2024 AS report_year, 'a.b' AS indicator_code, '" + reason
                + "' AS reason;";
    }

    private static AuditCase emptied(String mart, String table) {
        return found("emptied_mart", "DELETE FROM " + table + ";" + before("mart", mart, "1"), mart + " | 1");
    }

    private static String review(String file, int line, String outcome) {
        return String.format(
                "INSERT INTO fact_review VALUES ('i', '%s', %d, 'document', 'sentence', 'raw', NULL, 'code', 'said', 'who',"
                        + " DATE '2026-01-01', 'why', '%s', 'detail', 0, 0);",
                file, line, outcome);
    }

    /** What the first night asked for. */
    private static String asked(String kind, String state, String reason) {
        return asked(1, state).replace("'listing'", "'" + kind + "'").replace("'why'", "'" + reason + "'");
    }

    private static String asked(int night, String state) {
        return String.format(
                "INSERT INTO fact_fetch BY NAME SELECT DATE '2026-01-0%1$d' AS night,"
                        + " TIMESTAMP '2026-01-0%1$d 17:00:00' AS night_started_at, 'yunxi' AS source_id, 'u' AS url,"
                        + " 'listing' AS kind, '%2$s' AS state, TIMESTAMP '2026-01-0%1$d 17:00:00' AS started_at,"
                        + " 1 AS duration_ms, 1 AS bytes, 1 AS attempts, 'why' AS reason;",
                night, state);
    }

    private static String change(
            String subject, String change, String field, String before, String after, String reason) {
        return String.format(
                "INSERT INTO mart_change (subject, change, document_id, url, region_code, issuer_kind, report_year, field,"
                        + " value_before, value_after, reason) VALUES ('%s', '%s', 'd', 'u', '990101', 'government', 2024,"
                        + " '%s', '%s', '%s', '%s');",
                subject, change, field, before, after, reason);
    }
}
