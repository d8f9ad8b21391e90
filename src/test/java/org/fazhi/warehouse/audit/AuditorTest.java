package org.fazhi.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.load.DocumentIds;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each audit passes on a sound build and finds the fault planted for it. */
class AuditorTest {

    private static final String ID = DocumentIds.document("http://yunxi.example/2024");

    /** Audit, the statements that plant its fault. */
    private static final List<String[]> FAULTS = List.of(
            fault("collapsed_observations", """
                    INSERT INTO before_count VALUES ('mart', 'mart_observation', 1, NULL);
                    INSERT INTO mart_change BY NAME
                    SELECT 'observation' AS subject, 'removed' AS change, 'new_version' AS reason, 'd' AS document_id"""),
            fault("conflicting_observation", "UPDATE fact_observation SET is_conflicting = true"),
            fault("contradicted_check", "UPDATE fact_check SET status = 'contradicted'"),
            fault("current_version", "UPDATE dim_document SET is_current = false"),
            fault("duplicate_document", """
                    INSERT INTO dim_document SELECT * REPLACE ('copy' AS document_id, 1 AS version) FROM dim_document;
                    INSERT INTO document_text SELECT * REPLACE ('copy' AS document_id, 1 AS version) FROM document_text"""),
            fault(
                    "duplicate_figure",
                    "INSERT INTO fact_figure SELECT * REPLACE ('again' AS figure_id) FROM fact_figure LIMIT 1"),
            fault("duplicate_key", "INSERT INTO fact_section SELECT * FROM fact_section"),
            fault(
                    "emptied_mart",
                    "DELETE FROM fact_check; INSERT INTO before_count VALUES ('mart', 'mart_quality', 1, NULL)"),
            fault("empty_report", "DELETE FROM fact_figure"),
            fault("failing_source", fetch(1, "document", "fetched", "NULL") + fetch(2, "document", "blocked", "NULL")),
            fault("fewer_figures_read", change("changed", "figure_count", "9", "4", "rule_changed")),
            fault("issuer_conflict", "UPDATE dim_source SET issuer_kind = 'bureau'"),
            fault("issuer_elsewhere", "UPDATE dim_document SET is_elsewhere = true"),
            fault("load_sum", "DELETE FROM fact_figure WHERE ordinal = 0"),
            fault("lost_archive", "UPDATE fact_reading SET reason = 'archive_lost'"),
            fault("lost_documents", "INSERT INTO before_count VALUES ('source', 'yunxi', 4, 1)"),
            fault("lost_figures", """
                    INSERT INTO dim_document
                    SELECT * REPLACE (2 AS version) FROM dim_document WHERE version = 1"""),
            fault("lost_observations", """
                    INSERT INTO before_count VALUES ('mart', 'mart_observation', 2, NULL);
                    INSERT INTO mart_change BY NAME
                    SELECT 'observation' AS subject, 'removed' AS change, 'rule_changed' AS reason, 'd' AS document_id"""),
            fault("lost_report", change("removed", "version", "1", "NULL", "source_gone")),
            fault("mart_contract", "ALTER TABLE mart_compliance RENAME score TO points"),
            fault("negative_value", "UPDATE fact_figure SET value = -1 WHERE ordinal = 0"),
            fault("no_document", "DELETE FROM dim_document"),
            fault("no_report_listed", """
                    DELETE FROM fact_link;
                    UPDATE fact_coverage SET state = 'missing' WHERE report_year = 2024"""),
            fault("orphan_row", "UPDATE fact_figure SET section_id = 'nowhere'"),
            fault("quiet_listing", """
                    UPDATE fact_coverage SET state = 'missing' WHERE report_year = 2024;
                    UPDATE fact_listing SET newest_date = DATE '2024-12-31'"""),
            fault("rate_out_of_range", """
                    UPDATE fact_observation SET value = 288 WHERE indicator_code = 'reconsideration.correction_rate'"""),
            fault("section_outside_text", "UPDATE fact_section SET span_end = 10000"),
            fault("shrunk_listing", fetch(1, "listing", "fetched", "4") + fetch(2, "listing", "fetched", "1")),
            fault("span_mismatch", "UPDATE fact_figure SET span_start = span_start + 1 WHERE ordinal = 0"),
            fault("unchecked_place", "UPDATE dim_source SET unchecked_place = '松岭县'"),
            fault("unknown_indicator", "UPDATE fact_figure SET indicator_code = 'no.such' WHERE ordinal = 0"),
            fault("unlisted_region", "UPDATE dim_region SET is_listed = false WHERE region_code = '990101'"),
            fault("unlisted_source", "DELETE FROM dim_source"),
            fault("unlisted_unit", "UPDATE dim_unit SET is_listed = false WHERE unit = '件'"),
            fault("unmatched_review", """
                    INSERT INTO fact_review SELECT 'r', 'reviews/a.yml', 7, 'u', 's', '79件', NULL, 'no_figure', '', '张三',
                        DATE '2026-01-01', 'why', 'unmatched', 'no such sentence', 0, 0"""),
            fault("unplaced_document", "UPDATE dim_document SET issuer_key = NULL"),
            fault("unseen_source", "UPDATE fact_listing SET is_whole = false"),
            fault("value_jump", "UPDATE mart_comparison SET previous_value = 100000 WHERE value = 79"),
            fault("vanished_source", """
                    INSERT INTO fact_link
                    SELECT 'yunxi', 'd' || n, 'u' || n, 't', NULL, 'gone', TIMESTAMP '2026-01-01', NULL, NULL, NULL FROM range(4) AS r (n)"""),
            fault("year_against_date", "UPDATE dim_document SET written_date = DATE '2024-02-01'"),
            fault("year_against_title", "UPDATE dim_document SET report_year = 2021"));

    @TempDir
    private Path root;

    private Home home;

    private static String[] fault(String audit, String sql) {
        return new String[] {audit, sql};
    }

    /** Adds a request of a night to the log, with the links that it gave. */
    private static String fetch(int night, String kind, String state, String taken) {
        return String.format(
                "INSERT INTO fact_fetch SELECT DATE '2026-01-0%1$d', TIMESTAMP '2026-01-0%1$d 17:00:00', 'yunxi', 'u',"
                        + " '%2$s', '%3$s', 200, TIMESTAMP '2026-01-0%1$d 17:00:00', 1, 1, 1, NULL, %4$s;",
                night, kind, state, taken);
    }

    private static String change(String change, String field, String before, String after, String reason) {
        return String.format(
                "INSERT INTO mart_change BY NAME SELECT 'document' AS subject, '%s' AS change, 'd' AS document_id, 'u' AS url,"
                        + " '990101' AS region_code, 'government' AS issuer_kind, 2024 AS report_year, '%s' AS field,"
                        + " '%s' AS value_before, '%s' AS value_after, '%s' AS reason",
                change, field, before, after, reason);
    }

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2024)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                .check("correction_rate", "confirmed", 1)
                .extract("yunxi", "http://yunxi.example/2024"));
    }

    @Test
    void findsNothingInASoundBuild() {
        AuditReport report = home.auditor().audit(home.build().file(), LoadProgress.NONE);
        assertThat(report.findings()).isEmpty();
        assertThat(report.auditCount()).isEqualTo(FAULTS.size());
    }

    @Test
    void findsEachPlantedFaultByItsOwnAudit() {
        Set<String> audits = new TreeSet<>();
        WarehouseFiles.of(home.folder).sql("audits").forEach(audit -> audits.add(audit.name()));
        assertThat(FAULTS.stream().map(fault -> fault[0]))
                .as("one fault an audit")
                .containsExactlyElementsOf(audits);

        List<String> blind = new ArrayList<>();
        for (String[] fault : FAULTS) {
            BuiltRelease release = home.build();
            Home.execute(release.file(), fault[1]);
            List<String> found = home.auditor().audit(release.file(), LoadProgress.NONE).findings().stream()
                    .map(Finding::audit)
                    .toList();
            if (!found.contains(fault[0])) {
                blind.add(fault[0] + " found " + found);
            }
        }
        assertThat(blind).isEmpty();
    }

    @Test
    void writesItsFindingsIntoTheBuildAndShowsTheFirstRows() {
        BuiltRelease release = home.build();
        Home.execute(release.file(), "UPDATE fact_figure SET span_start = span_start + 1 WHERE ordinal = 0");
        AuditReport report = home.auditor().audit(release.file(), LoadProgress.NONE);
        assertThat(report.passes()).isFalse();
        assertThat(report.errors()).singleElement().satisfies(finding -> {
            assertThat(finding.rowCount()).isEqualTo(1);
            assertThat(finding.samples()).containsExactly(ID + "-1-f0 | 79件 | 9件");
        });
        home.auditor().audit(release.file(), LoadProgress.NONE);
        assertThat(Home.rows(release.file(), "SELECT audit, severity, row_count FROM audit_finding"))
                .containsExactly("span_mismatch|error|1");
    }

    @Test
    void saysWhichAuditHasNoSeverity() {
        home.write("audits/nameless.sql", "-- title: x\nSELECT 1\n");
        BuiltRelease release = home.build();
        assertThatThrownBy(() -> home.auditor().audit(release.file(), LoadProgress.NONE))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(
                        "warehouse/audits/nameless.sql:1: expected a line \"-- severity: …\" in the head, got none");
    }

    @Test
    void keepsAuditsFromReadingFilesOutsideTheirFolder() {
        home.write("audits/reaching.sql", """
                -- severity: warning
                -- title: x
                -- remedy: x
                SELECT * FROM read_text('/etc/hostname')
                """);
        BuiltRelease release = home.build();
        assertThatThrownBy(() -> home.auditor().audit(release.file(), LoadProgress.NONE))
                .hasMessageContaining("audits/reaching.sql")
                .hasMessageContaining("Permission Error");
    }

    @Test
    void readsAHeadLineThatGoesOn() {
        SqlFile file = new SqlFile("audits/a.sql", "-- title: one\n--    two\n-- remedy: r\nSELECT 1");
        assertThat(file.head("title")).contains("one two");
        assertThat(file.head("severity")).isEqualTo(Optional.empty());
    }
}
