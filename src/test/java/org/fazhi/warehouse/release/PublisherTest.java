package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.audit.Finding;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    private static final String VALUES = "SELECT value FROM mart_observation ORDER BY ALL";

    @TempDir
    private Path root;

    private Home home;

    @BeforeEach
    void openHome() {
        home = new Home(root);
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2020));
        add(2023, "70");
    }

    private void add(int year, String value) {
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                .figure("受理", value + "件", value, "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/" + year, "sha256:" + year + value, Reports.FETCHED));
    }

    @Test
    void publishesTheFileTheMirrorAndTheManifest() {
        Manifest manifest = home.published();
        assertThat(home.rows(VALUES)).containsExactly("70.000000");
        assertThat(home.rows("SELECT release_id FROM release")).containsExactly(manifest.release());
        assertThat(manifest.release()).startsWith("2026-01-10-");
        assertThat(manifest.rows()).containsEntry("mart_observation", 1L).hasSize(9);
        assertThat(manifest.sources()).containsExactly(new Manifest.SourceEntry("yunxi", "云溪县人民政府", 1, 1));
        assertThat(manifest.files())
                .extracting(Manifest.FileEntry::path)
                .contains(
                        "fazhi.duckdb",
                        "parquet/mart_section/mart_section.parquet",
                        "parquet/mart_figure/mart_figure-990000-2023.parquet",
                        "parquet/mart_change/mart_change.parquet",
                        "parquet/dim_region/dim_region.parquet",
                        "datapackage.json",
                        "croissant.json");
        assertThat(manifest.files()).allSatisfy(file -> {
            Path path = home.home.release(manifest.release()).resolve(file.path());
            assertThat(Files.size(path)).isEqualTo(file.bytes());
        });
        assertThat(Home.files(home.home.root()))
                .extracting(path -> home.home.root().relativize(path).toString())
                .contains("releases/LATEST", "fazhi.duckdb")
                .filteredOn(path -> path.startsWith("state/"))
                .containsExactly("state/warehouse.lock");
        assertThat(home.rows("SELECT value FROM '" + home.home.parquet() + "/mart_figure/**/*.parquet'"))
                .containsExactly("70.000000");
        assertThat(new Releases(home.home).current()).contains(manifest);
    }

    @Test
    void buildsNothingWhenNothingIsNew() {
        Manifest manifest = home.published();
        home.night = home.night.plusDays(1);
        BuildOutcome outcome = home.builder().build(home.input(), LoadProgress.NONE);
        assertThat(outcome).isEqualTo(new BuildOutcome.NothingNew(manifest));
        assertThat(home.home.build()).doesNotExist();
    }

    @Test
    void letsTheOldReleaseStandWhenTheNewOneHoldsTheSameRows() throws IOException {
        Manifest manifest = home.published();
        home.codeVersion = "next";
        assertThat(home.night()).isEqualTo(new Publication.Unchanged(manifest));
        assertThat(home.builder().build(home.input(), LoadProgress.NONE)).isInstanceOf(BuildOutcome.NothingNew.class);
        assertThat(new Releases(home.home).list()).containsExactly(manifest);
    }

    @Test
    void buildsAgainWhenAReportFallsDue() {
        home.night = LocalDate.of(2026, 3, 31);
        home.published();
        home.night = LocalDate.of(2026, 4, 1);
        assertThat(home.night()).isInstanceOf(Publication.Unchanged.class);
        home.night = LocalDate.of(2026, 4, 2);
        assertThat(home.night()).isInstanceOf(Publication.Published.class);
        assertThat(home.rows("SELECT state FROM mart_coverage WHERE report_year = 2025"))
                .containsExactly("missing");
        assertThat(home.rows("SELECT count(*) FROM mart_change")).containsExactly("0");
    }

    @Test
    void leavesTheOldReleaseWhenAnAuditFails() {
        Manifest manifest = home.published();
        List<Path> files = Home.files(home.home.releases());
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2024)
                .figure("受理", "80件", "80", "件", "no.such")
                .extract("yunxi", "http://yunxi.example/2024"));
        Publication publication = home.night();
        assertThat(publication)
                .isInstanceOfSatisfying(
                        Publication.Refused.class,
                        refused -> assertThat(refused.report().errors())
                                .extracting(Finding::audit)
                                .containsExactly("unknown_indicator"));
        assertThat(new Releases(home.home).current()).contains(manifest);
        assertThat(Home.files(home.home.releases())).isEqualTo(files);
        assertThat(home.rows(VALUES)).containsExactly("70.000000");
    }

    /** What a report says is never fatal: the value is kept, marked, told, and ranked nowhere. */
    @Test
    void publishesAShareThatCannotBeAsAFinding() {
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2024)
                .figure("纠错率", "128.8%", "128.8", "%", "reconsideration.correction_rate")
                .extract("yunxi", "http://yunxi.example/2024"));
        home.published();
        assertThat(home.rows("SELECT value::DOUBLE, is_out_of_range, rank_all, peer_count FROM mart_comparison"
                        + " WHERE indicator_code = 'reconsideration.correction_rate'"))
                .containsExactly("128.8|true|-|-");
        assertThat(home.rows("SELECT severity FROM audit_finding WHERE audit = 'rate_out_of_range'"))
                .containsExactly("warning");
    }

    @Test
    void saysWhatChangedAgainstTheReleaseBefore() {
        Manifest first = home.published();
        home.extracts.clear();
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", 2023)
                .figure("受理", "71件", "71", "件", "reconsideration.accepted")
                .extract("yunxi", "http://yunxi.example/2023", "sha256:202370", Reports.FETCHED));
        add(2024, "80");
        home.published();
        assertThat(home.rows("SELECT subject, change, report_year, value_before, value_after, reason FROM mart_change"
                        + " ORDER BY ALL"))
                .containsExactly(
                        "document|added|2024|-|1|new_report",
                        "observation|added|2024|-|80 件|new_report",
                        "observation|changed|2023|70 件|71 件|rule_changed");
        assertThat(home.rows("SELECT DISTINCT subject, region_name, province_name, province_code, prefecture_code,"
                        + " indicator_name, indicator_name_en FROM mart_change ORDER BY ALL"))
                .containsExactly(
                        "document|云溪县|青岚省|990000|-|-|-", "observation|云溪县|青岚省|990000|-|行政复议受理数|Cases accepted");
        assertThat(new Releases(home.home).list()).hasSize(2).contains(first);
        home.extracts.remove(1);
        home.accepted = Set.of("lost_documents", "lost_observations");
        home.published();
        assertThat(home.rows("SELECT subject, change, reason FROM mart_change ORDER BY ALL"))
                .containsExactly("document|removed|archive_lost", "observation|removed|archive_lost");
    }

    @Test
    void keepsTheLastReleasesAndGoesBackToOneOfThem() {
        home.keep = 2;
        Manifest first = home.published();
        add(2024, "80");
        Manifest second = home.published();
        add(2022, "60");
        Manifest third = home.published();
        Releases releases = new Releases(home.home);
        assertThat(releases.list()).containsExactlyInAnyOrder(second, third);
        assertThat(home.home.release(first.release())).doesNotExist();
        releases.rollback(second.release());
        assertThat(home.rows(VALUES)).containsExactly("70.000000", "80.000000");
        assertThat(releases.current()).contains(second);
        assertThatThrownBy(() -> releases.rollback("2020-01-01-00000000"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("got 2020-01-01-00000000");
    }

    @Test
    void completesAPublishThatWasKilledRightAfterItsCommit() throws IOException {
        home.published();
        Path old = root.resolve("old.duckdb");
        Files.copy(home.home.published(), old);
        Path oldParquet = Files.readSymbolicLink(home.home.parquet());
        add(2024, "80");
        Manifest second = home.published();
        // As the disk stands when LATEST is written and nothing after it.
        Files.delete(home.home.published());
        Files.move(old, home.home.published());
        Files.delete(home.home.parquet());
        Files.createSymbolicLink(home.home.parquet(), oldParquet);
        assertThat(home.rows(VALUES)).containsExactly("70.000000");

        assertThat(home.builder().build(home.input(), LoadProgress.NONE)).isInstanceOf(BuildOutcome.NothingNew.class);
        assertThat(home.rows("SELECT release_id FROM release")).containsExactly(second.release());
        assertThat(home.rows("SELECT count(*) FROM '" + home.home.parquet() + "/mart_figure/**/*.parquet'"))
                .containsExactly("2");
    }

    @Test
    void publishesAgainWhatWasKilledBeforeItsCommit() throws IOException {
        Manifest first = home.published();
        add(2024, "80");
        BuiltRelease build = home.build();
        AuditReport report = home.auditor().audit(build.file(), LoadProgress.NONE);
        // As the disk stands when the folder has its name and LATEST is still the old one.
        Path folder = Files.createDirectories(home.home.release(build.id()));
        Files.createLink(folder.resolve(Publisher.DUCKDB_FILE), build.file());
        Files.createDirectories(home.home.releases().resolve(".staging/parquet"));
        assertThat(home.rows(VALUES)).containsExactly("70.000000");

        assertThat(home.builder().pending()).contains(build);
        assertThat(folder).doesNotExist();
        assertThat(home.publisher().publish(build, report, LoadProgress.NONE))
                .isInstanceOf(Publication.Published.class);
        assertThat(home.rows(VALUES)).containsExactly("70.000000", "80.000000");
        assertThat(new Releases(home.home).list()).hasSize(2).contains(first);
    }

    @Test
    void neverWritesToABuildThatReadersAlreadyHave() throws IOException {
        home.published();
        // As the disk stands when the release stands and the build is not yet thrown away.
        Files.createLink(home.home.build(), home.home.published());
        assertThat(home.builder().pending()).isEmpty();
        assertThat(home.home.build()).doesNotExist();
        assertThat(home.rows(VALUES)).containsExactly("70.000000");
    }

    @Test
    void letsAReaderWhoHasTheOldFileOpenReadOn() throws SQLException {
        home.published();
        try (Connection reader = Home.reader(home.home.published())) {
            assertThat(Home.rows(reader, VALUES)).containsExactly("70.000000");
            add(2024, "80");
            home.published();
            assertThat(Home.rows(reader, "SELECT text FROM mart_document")).containsExactly("受理70件。");
            assertThat(home.rows(VALUES)).containsExactly("70.000000", "80.000000");
        }
    }

    @Test
    void showsReadersOneReleaseOrTheNextAndNeverAMix() throws Exception {
        home.published();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Callable<Integer> reading = () -> {
                int reads = 0;
                while (!done.get() || reads == 0) {
                    // Every release holds as many documents as its last report year says.
                    List<String> seen = home.rows("SELECT count(*) = max(report_year) - 2022 FROM mart_document");
                    if (!seen.equals(List.of("true"))) {
                        throw new AssertionError("a mix: " + seen);
                    }
                    reads++;
                }
                return reads;
            };
            Future<Integer> reader = pool.submit(reading);
            List<String> releases = new ArrayList<>();
            for (int year = 2024; year < 2028; year++) {
                add(year, "80");
                releases.add(home.published().release());
            }
            done.set(true);
            assertThat(reader.get()).isPositive();
            assertThat(releases).doesNotHaveDuplicates();
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void refusesAFolderItCannotWrite() throws IOException {
        Files.writeString(root.resolve("file"), "not a folder");
        WarehouseHome bad = new WarehouseHome(root.resolve("file"));
        ReleaseBuilder builder = new ReleaseBuilder(bad, WarehouseFiles.of(home.folder), Home.SETTINGS);
        assertThatThrownBy(() -> builder.build(home.input(), LoadProgress.NONE))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("expected a folder that can be written");
    }
}
