package org.fazhi.warehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.Digests;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that has lost much of what the one before holds is not published, unless that is accepted. */
class CollapseTest {

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
    }

    /** A report with a figure of each of three indicators, and more of the first. */
    private void report(int year, String region, int... more) {
        Reports.Report report = Reports.report(region, "云溪县人民政府", "government", year)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .figure("纠错率", "28.8%", "28.8", "%", "reconsideration.correction_rate")
                .figure("普法", "12场次", "12", "场次", "publicity.events");
        for (int value : more) {
            report.figure("受理", value + "件", value + "", "件", "reconsideration.accepted");
        }
        home.extracts.add(report.extract("yunxi", "http://yunxi.example/" + year));
    }

    private void poorReport(int year, int figures) {
        Reports.Report report = Reports.report("990101", "云溪县人民政府", "government", year);
        for (int i = 0; i < figures; i++) {
            report.figure("受理", "79件", "79", "件", "reconsideration.accepted");
        }
        home.extracts.add(report.extract("yunxi", "http://yunxi.example/" + year));
    }

    private List<Finding> audited(BuiltRelease release, Set<String> accepted) {
        return home.auditor().audit(release.file(), accepted, LoadProgress.NONE).findings();
    }

    private List<String> severities(BuiltRelease release, String audit) {
        return audited(release, Set.of()).stream()
                .filter(finding -> finding.audit().equals(audit))
                .map(finding -> finding.severity().code())
                .toList();
    }

    @Test
    void refusesAReaderThatLosesHalfOfTheFiguresUnlessThatIsAccepted() throws IOException {
        report(2024, "990101", 80, 81, 82, 83, 84, 85, 86);
        Manifest before = home.published();
        Map<String, String> files = digests();
        home.extracts.clear();
        poorReport(2024, 5);

        assertThat(home.night())
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.report().errors())
                                .extracting(Finding::audit)
                                .containsExactly("collapsed_observations", "fewer_figures_read", "lost_observations"));
        assertThat(digests()).isEqualTo(files);
        home.accepted = Set.of("collapsed_observations", "fewer_figures_read", "span_mismatch");
        assertThat(home.night())
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.report().errors())
                                .extracting(Finding::audit)
                                .containsExactly("lost_observations"));
        assertThat(digests()).isEqualTo(files);

        home.accepted = Set.of("collapsed_observations", "fewer_figures_read", "lost_observations");
        Manifest after = home.published();
        assertThat(after.accepted())
                .containsExactly(
                        new Manifest.AcceptedEntry(
                                "collapsed_observations",
                                1,
                                "More than half of the observations of the release before are gone, whatever the cause"),
                        new Manifest.AcceptedEntry(
                                "fewer_figures_read",
                                1,
                                "From the same pages, fewer figures are read than the release before holds"),
                        new Manifest.AcceptedEntry(
                                "lost_observations", 1, "Observations of the release before are gone without cause"));
        assertThat(before.warningCount()).as("its figures conflict").isEqualTo(1);
        assertThat(after.warningCount()).as("what was accepted is no warning").isZero();
        assertThat(new Releases(home.home).current()).contains(after);
        assertThat(home.rows("SELECT audit, severity FROM audit_finding WHERE severity <> 'warning' ORDER BY ALL"))
                .containsExactly(
                        "collapsed_observations|accepted", "fewer_figures_read|accepted", "lost_observations|accepted");
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        List<Path> files = new ArrayList<>(Home.files(home.home.releases()));
        files.add(home.home.published());
        files.removeIf(file -> file.endsWith("INPUTS"));
        for (Path file : files) {
            digests.put(file.toString(), Digests.sha256(file));
        }
        return digests;
    }

    @Test
    void acceptsNothingThatDoesNotSayItMayBe() {
        report(2024, "990101");
        BuiltRelease release = home.build();
        Home.execute(release.file(), "UPDATE fact_figure SET span_start = span_start + 1 WHERE ordinal = 0");
        assertThat(home.auditor()
                        .audit(release.file(), Set.of("span_mismatch"), LoadProgress.NONE)
                        .passes())
                .isFalse();
    }

    /** The same page, its year read so or otherwise. */
    private static Extract oneIndicator(int year) {
        return Reports.report("990101", "云溪县人民政府", "government", year)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/report");
    }

    @Test
    void losesNothingWhereTheSameReportGivesItUnderAnotherKey() {
        home.extracts.add(oneIndicator(2024));
        home.published();
        home.extracts.clear();
        home.extracts.add(oneIndicator(2023));
        home.published();
        assertThat(
                        home.rows(
                                "SELECT change, count(*) FROM mart_change WHERE subject = 'observation' GROUP BY ALL ORDER BY ALL"))
                .containsExactly("added|1", "removed|1");
    }

    @Test
    void findsNothingAgainstAReleaseThatCannotBeCompared() {
        report(2024, "990101", 80, 81, 82, 83, 84, 85, 86);
        Manifest before = home.published();
        Home.execute(
                home.home.release(before.release()).resolve("fazhi.duckdb"),
                "DROP VIEW mart_quality; DROP TABLE fact_reading");
        home.extracts.clear();
        poorReport(2024, 1);
        assertThat(home.published().accepted()).isEmpty();
        assertThat(home.rows("SELECT count(*) FROM before_count")).containsExactly("0");
    }

    @Test
    void countsWhatTheReleaseBeforeHeldAndWhichDocumentsAreLost() {
        report(2023, "990101");
        report(2024, "990101");
        report(2025, "990101");
        Manifest before = home.published();
        assertThat(home.rows("SELECT count(*) FROM before_count")).containsExactly("0");
        home.extracts.remove(1);
        home.sources.add(Reports.source("another", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2024));
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2025)
                .figure("受理", "79件", "79", "件", "reconsideration.accepted")
                .extract("another", "http://yunxi.example/2025"));
        BuiltRelease release = home.build();
        assertThat(Home.rows(release.file(), "SELECT * FROM before_count WHERE subject <> 'mart' ORDER BY ALL"))
                .containsExactly("figure|current|9|-", "source|yunxi|3|1");
        assertThat(Home.rows(
                        release.file(), "SELECT name, row_count FROM before_count WHERE subject = 'mart' ORDER BY ALL"))
                .containsExactlyElementsOf(before.rows().entrySet().stream()
                        .map(mart -> mart.getKey() + "|" + mart.getValue())
                        .toList());
    }

    @Test
    void refusesMoreThanATwentiethOfTheObservationsAndNotLess() {
        report(2024, "990101");
        BuiltRelease release = home.build();
        Home.execute(release.file(), "INSERT INTO before_count VALUES ('mart', 'mart_observation', 100, NULL)");
        List<List<String>> found = new ArrayList<>();
        for (int lost : List.of(0, 4, 5, 6)) {
            gone(release, lost, "rule_changed");
            found.add(severities(release, "lost_observations"));
        }
        assertThat(found).containsExactly(List.of(), List.of(), List.of(), List.of("error"));
        assertThat(audited(release, Set.of("lost_observations")))
                .extracting(Finding::severity)
                .containsExactly(Finding.Severity.ACCEPTED);
        for (String cause : List.of("new_version", "source_gone", "review")) {
            gone(release, 60, cause);
            assertThat(severities(release, "lost_observations")).as(cause).isEmpty();
        }
        gone(release, 6, "archive_lost");
        assertThat(severities(release, "lost_observations")).containsExactly("error");
    }

    @Test
    void refusesMoreThanHalfOfTheObservationsWhateverTheCause() {
        report(2024, "990101");
        BuiltRelease release = home.build();
        Home.execute(release.file(), "INSERT INTO before_count VALUES ('mart', 'mart_observation', 100, NULL)");
        for (String cause : List.of("new_version", "source_gone", "review", "archive_lost", "rule_changed")) {
            List<List<String>> found = new ArrayList<>();
            for (int lost : List.of(49, 50, 51)) {
                gone(release, lost, cause);
                found.add(severities(release, "collapsed_observations"));
            }
            assertThat(found).as(cause).containsExactly(List.of(), List.of(), List.of("error"));
        }
    }

    @Test
    void refusesANightOnWhichThePagesGotVersionsWithoutNumbersUnlessThatIsAccepted() {
        report(2023, "990101");
        report(2024, "990101");
        home.published();
        for (int year : List.of(2023, 2024)) {
            Reports.Report bare = Reports.report("990101", "云溪县人民政府", "government", year);
            if (year == 2024) {
                bare.figure("受理", "79件", "79", "件", "reconsideration.accepted");
            }
            home.extracts.add(bare.extract(
                    "yunxi", "http://yunxi.example/" + year, "sha256:later" + year, Reports.FETCHED.plusSeconds(1)));
        }
        assertThat(home.night())
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.report().errors())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.audit()).isEqualTo("collapsed_observations");
                                    assertThat(finding.isAcceptable()).isTrue();
                                    assertThat(finding.samples())
                                            .containsExactly("5 | 6 | 0.8333333333333334 | [new_version 5]");
                                }));
        home.accepted = Set.of("collapsed_observations");
        assertThat(home.published().rows()).containsEntry("mart_observation", 1L);
    }

    private static void gone(BuiltRelease release, int count, String reason) {
        Home.execute(
                release.file(),
                "DELETE FROM mart_change; INSERT INTO mart_change BY NAME SELECT 'observation' AS subject,"
                        + " 'removed' AS change, 'd' || n AS document_id, 'u' AS url, '990101' AS region_code,"
                        + " 'government' AS issuer_kind, 2024 AS report_year, 'a.b' AS indicator_code, 'value' AS field,"
                        + " '1 件' AS value_before, '" + reason + "' AS reason FROM range(" + count + ") AS r (n)");
    }

    @Test
    void refusesMoreThanAFifthOfTheDocumentsOfASourceThatIsListed() {
        report(2024, "990101");
        BuiltRelease release = home.build();
        List<List<String>> found = new ArrayList<>();
        for (String counts :
                List.of("'yunxi', 100, 19", "'yunxi', 100, 20", "'yunxi', 100, 21", "'unlisted', 100, 100")) {
            Home.execute(
                    release.file(),
                    "DELETE FROM before_count; INSERT INTO before_count VALUES ('source', " + counts + ")");
            found.add(severities(release, "lost_documents"));
        }
        assertThat(found).containsExactly(List.of(), List.of(), List.of("error"), List.of());
    }

    @Test
    void warnsOfAReportThatLostMoreThanHalfAndRefusesMoreThanATwentiethOfAllFigures() {
        report(2024, "990101");
        BuiltRelease release = home.build();
        Home.execute(release.file(), "INSERT INTO before_count VALUES ('figure', 'current', 100, NULL)");
        Map<String, List<String>> found = new TreeMap<>();
        for (String counts : List.of("4 to 2", "4 to 1", "3 to 0", "20 to 15", "20 to 14", "5 to 6")) {
            String[] parts = counts.split(" to ");
            Home.execute(
                    release.file(),
                    "DELETE FROM mart_change; INSERT INTO mart_change BY NAME SELECT 'document' AS subject,"
                            + " 'changed' AS change, 'd' AS document_id, 'u' AS url, 'figure_count' AS field, '"
                            + parts[0]
                            + "' AS value_before, '" + parts[1] + "' AS value_after, 'rule_changed' AS reason");
            found.put(counts, severities(release, "fewer_figures_read"));
        }
        assertThat(found)
                .containsEntry("4 to 2", List.of())
                .containsEntry("4 to 1", List.of("warning"))
                .containsEntry("3 to 0", List.of())
                .containsEntry("20 to 15", List.of())
                .containsEntry("20 to 14", List.of("error"))
                .containsEntry("5 to 6", List.of());
    }

    /** A mart that is added must be added to the audit too. */
    @Test
    void refusesEachMartThatIsEmptyAndWasNot() {
        home.sources.clear();
        BuiltRelease release = home.build();
        Set<String> marts = new TreeSet<>(release.martRows().keySet());
        marts.remove("mart_change");
        Set<String> told = new TreeSet<>();
        for (String mart : release.martRows().keySet()) {
            for (int before : List.of(0, 1)) {
                Home.execute(
                        release.file(),
                        "DELETE FROM before_count; INSERT INTO before_count VALUES ('mart', '" + mart + "', " + before
                                + ", NULL)");
                audited(release, Set.of()).stream()
                        .filter(finding -> finding.audit().equals("emptied_mart"))
                        .forEach(finding -> told.add(finding.samples().get(0)));
            }
        }
        assertThat(told)
                .isEqualTo(
                        new TreeSet<>(marts.stream().map(mart -> mart + " | 1").toList()));
    }

    @Test
    void holdsBoundsOfRowsAndOfColumns() {
        report(2024, "990101");
        BuiltRelease release = home.build();
        String head = "-- title: t\n-- remedy: r\n";
        List<String> found = new ArrayList<>();
        for (String bounds : List.of(
                "-- error_if: row_count > 2",
                "-- error_if: row_count > 3",
                "-- error_if: row_count >= 3",
                "-- warn_if: n >= 1\n-- error_if: n >= 3",
                "-- warn_if: n > 0\n-- error_if: n > 1",
                "-- error_if: nothing > 0")) {
            home.write(
                    "audits/bounded.sql",
                    head + bounds + "\nSELECT n, NULL::INTEGER AS nothing FROM range(3) AS r (n)\n");
            found.add(audited(release, Set.of()).stream()
                    .filter(finding -> finding.audit().equals("bounded"))
                    .map(finding -> finding.severity().code() + " " + finding.rowCount())
                    .findFirst()
                    .orElse("nothing"));
        }
        assertThat(found).containsExactly("error 3", "nothing", "error 3", "warning 2", "error 1", "nothing");
        home.write("audits/bounded.sql", head + "-- error_if: share > 2\nSELECT 1 AS n\n");
        assertThatThrownBy(() -> audited(release, Set.of()))
                .hasMessage("warehouse/audits/bounded.sql:3: error_if: expected row_count or one of [n], got share");
    }

    @Test
    void refusesAReleaseWithoutADocumentAndSaysWhy() throws IOException {
        assertThat(home.night())
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.report().errors())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.audit()).isEqualTo("no_document");
                                    assertThat(finding.samples()).containsExactly("page | read |  | 0");
                                    assertThat(finding.isAcceptable()).isFalse();
                                }));
        assertThat(Files.exists(home.home.published())).isFalse();
    }
}
