package org.fazhi.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.audit.Finding.Severity;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How audits are run, over one table of seven rows. */
class AuditRunTest {

    @TempDir
    private Path root;

    private Path build;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void makeABuild() throws Exception {
        Files.createDirectories(root.resolve("warehouse/schema"));
        Files.createDirectories(root.resolve("warehouse/audits"));
        build = root.resolve("home/state/build.duckdb");
        try (WorkingFile file = WorkingFile.open(build, root.resolve("spill"), Home.SETTINGS, List.of())) {
            file.execute(WarehouseFiles.of(Path.of("warehouse")).text("schema/40_audit_finding.sql"));
            file.execute("CREATE TABLE counted AS SELECT i AS n, i / 10 AS share, 'row' || chr(10) || i AS name"
                    + " FROM range(1, 8) AS r(i)");
        }
    }

    private void write(String name, String head, String select) throws IOException {
        Files.writeString(
                root.resolve("warehouse/audits/" + name + ".sql"),
                "-- title: Title of " + name + "\n-- remedy: Remedy of " + name + "\n" + head + "\n" + select + "\n");
    }

    private AuditReport audit(String... accepted) {
        return new Auditor(
                        new WarehouseHome(root.resolve("home")),
                        WarehouseFiles.of(root.resolve("warehouse")),
                        Home.SETTINGS)
                .audit(build, Set.of(accepted), (stage, done) -> told.add(stage + " " + done));
    }

    @Test
    void countsAllRowsThatFailAndShowsTheFirst() throws IOException {
        write("a_error", "-- severity: error", "SELECT name, NULL AS nothing FROM counted ORDER BY n;");
        write("b_none", "-- severity: error", "SELECT n FROM counted WHERE n > 7");
        write(
                "c_warning",
                "-- severity: warning",
                "SELECT repeat('字', 498) || '𠮷' || n AS long FROM counted WHERE n = 1");
        AuditReport report = audit("a_error");
        assertThat(report.auditCount()).isEqualTo(3);
        assertThat(report.passes()).isFalse();
        assertThat(report.errors())
                .containsExactly(new Finding(
                        "a_error",
                        Severity.ERROR,
                        "Title of a_error",
                        "Remedy of a_error",
                        7,
                        List.of("name", "nothing"),
                        List.of("row 1 | ", "row 2 | ", "row 3 | ", "row 4 | ", "row 5 | "),
                        false));
        assertThat(report.warnings()).extracting(Finding::audit).containsExactly("c_warning");
        assertThat(report.warnings().get(0).samples()).containsExactly("字".repeat(498) + "𠮷1");
        assertThat(told).containsExactly("audits/a_error.sql 1", "audits/b_none.sql 1", "audits/c_warning.sql 2");
        List<String> written = Home.rows(
                build,
                "SELECT audit, severity, title, remedy, row_count, len(samples), samples[1] FROM audit_finding"
                        + " ORDER BY audit");
        assertThat(
                        Home.rows(
                                build,
                                "SELECT audit, list_aggregate(sample_columns, 'string_agg', ',') FROM audit_finding ORDER BY audit"))
                .containsExactly("a_error|name,nothing", "c_warning|long");
        assertThat(report.errors().get(0).examples()).startsWith("name | nothing: row 1 | ; row 2 | ;");
        assertThat(written)
                .hasSize(2)
                .first()
                .isEqualTo("a_error|error|Title of a_error|Remedy of a_error|7|5|row 1 | ");
        assertThat(audit().findings()).isEqualTo(report.findings());
        assertThat(Home.rows(build, "SELECT count(*) FROM audit_finding")).containsExactly("2");
    }

    @Test
    void acceptsNothingUnlessItIsTold() throws Exception {
        write("a", "-- severity: error\n-- acceptable: true", "SELECT n FROM counted");
        WarehouseFiles files = WarehouseFiles.of(root.resolve("warehouse"));
        AuditReport report = new Auditor(new WarehouseHome(root.resolve("home")), files, Home.SETTINGS)
                .audit(build, LoadProgress.NONE);
        assertThat(report.errors()).hasSize(1);
        try (WorkingFile file = WorkingFile.open(build, root.resolve("spill"), Home.SETTINGS, List.of())) {
            assertThat(Auditor.run(file, files.sql("audits").get(0)))
                    .contains(report.errors().get(0));
        }
    }

    @Test
    void cutsALongRowBetweenCharacters() throws IOException {
        write("a", "-- severity: error", "SELECT repeat('𠮷', 501) AS long");
        assertThat(audit().errors().get(0).samples()).containsExactly("𠮷".repeat(500) + "…");
    }

    @Test
    void publishesInSpiteOfAnErrorThatMayBeAcceptedAndWas() throws IOException {
        write("a", "-- error_if: share > 0.6\n-- acceptable: true", "SELECT share, n FROM counted");
        write("b", "-- severity: error\n-- acceptable: true", "SELECT n FROM counted WHERE n > 7");
        write("c", "-- warn_if: share > 0.6", "SELECT share, n FROM counted");
        assertThat(audit().passes()).isFalse();
        AuditReport report = audit("a", "c");
        assertThat(report.passes()).isTrue();
        assertThat(report.accepted()).singleElement().satisfies(finding -> {
            assertThat(finding.audit()).isEqualTo("a");
            assertThat(finding.rowCount()).isEqualTo(1);
            assertThat(finding.samples()).containsExactly("0.7 | 7");
            assertThat(finding.isAcceptable()).isTrue();
        });
        assertThat(report.warnings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(Auditor.acceptable(WarehouseFiles.of(root.resolve("warehouse"))))
                .containsExactly("a", "b");
    }

    @Test
    void saysTheMostSevereOfTwoBounds() throws IOException {
        write("a", "-- warn_if: n > 2\n-- error_if: n > 5", "SELECT n FROM counted");
        write("c", "-- warn_if: n > 6\n-- error_if: share > 0.7", "SELECT n, share FROM counted");
        write("b", "-- warn_if: n >= 7\n-- error_if: n >= 8", "SELECT n FROM counted");
        AuditReport report = audit();
        assertThat(report.errors()).extracting(Finding::rowCount).containsExactly(2L);
        assertThat(report.warnings()).extracting(Finding::audit).containsExactly("b", "c");
        assertThat(report.warnings()).extracting(Finding::rowCount).containsExactly(1L, 1L);
    }

    @Test
    void holdsTheNumberOfRowsAgainstABoundOfRows() throws IOException {
        for (String bound : List.of("> 6", "> 7", ">= 7", ">= 8", "> 6.5")) {
            write("a", "-- error_if: row_count " + bound, "SELECT n FROM counted");
            boolean isPassed = List.of("> 6", ">= 7", "> 6.5").contains(bound);
            assertThat(audit().errors()).as(bound).hasSize(isPassed ? 1 : 0);
            audit().errors().forEach(finding -> assertThat(finding.rowCount()).isEqualTo(7));
        }
    }

    @Test
    void saysWhichAuditIsWrong() throws IOException {
        write("a", "-- severity: error", "SELECT none FROM counted");
        assertThatThrownBy(this::audit)
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith(build + ": the audit failed: warehouse/audits/a.sql: ");
        write("a", "-- error_if: lost > 1", "SELECT n, share FROM counted");
        assertThatThrownBy(this::audit)
                .isInstanceOf(WarehouseException.class)
                .hasMessage("warehouse/audits/a.sql:3: error_if: expected row_count or one of [n, share], got lost");
    }
}
