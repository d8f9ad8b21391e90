package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.Reports;
import org.fazhi.warehouse.Walks;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.audit.Finding;
import org.fazhi.warehouse.load.FetchAttempt;
import org.fazhi.warehouse.load.LinkState;
import org.fazhi.warehouse.load.LoadInput;
import org.fazhi.warehouse.review.Entries;
import org.fazhi.warehouse.review.Reviews;
import org.fazhi.warehouse.store.LoadProgress;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A few releases of two counties, looked at from all sides in as few builds as will do: what the mutants of this room are
 * tried on. Each matter alone has a test of its own beside this one.
 */
class OneNightTest {

    private static final String SITE = "http://yunxi.example/";

    @TempDir
    private Path root;

    private Home home;
    private Releases releases;

    @BeforeEach
    void openHome() throws IOException {
        home = new Home(root);
        // The real regions take longer than all the rest.
        Path regions = home.folder.resolve("region/gb2260-1981-2024.csv");
        Files.writeString(regions, Files.readAllLines(regions).get(0) + "\n");
        home.keep = 2;
        home.sources.add(Reports.source("yunxi", "云溪县人民政府", "990101", IssuerKind.GOVERNMENT, 2023));
        home.sources.add(Reports.source("baihe", "白鹭县人民政府", "990103", IssuerKind.GOVERNMENT, 2024));
        releases = new Releases(home.home);
        report(2023, "70");
        report(2024, "79");
    }

    private void report(int year, String value) {
        home.extracts.add(Reports.report("990101", "云溪县人民政府", "government", year)
                .figure("受理", value + "件", value, "件", "reconsideration.accepted")
                .extract("yunxi", SITE + year, "sha256:" + year + value, Reports.FETCHED));
    }

    private Publication publish(BuiltRelease build, LoadProgress progress) {
        return home.publisher().publish(build, home.auditor().audit(build.file(), LoadProgress.NONE), progress);
    }

    @Test
    void publishesOneReleaseAfterAnother() throws Exception {
        List<String> told = new ArrayList<>();
        LoadProgress progress = (stage, done) -> told.add(stage);
        BuildOutcome.Built outcome = (BuildOutcome.Built) home.builder().build(home.input(), progress);
        assertThat(outcome.outdated()).isEmpty();
        BuiltRelease build = outcome.release();
        assertThat(told)
                .contains(
                        "schema/01_release.sql",
                        "documents",
                        "transforms/" + first("transforms"),
                        "marts/" + first("marts"));
        assertThat(build.file()).isEqualTo(home.home.build());
        assertThat(build.night()).isEqualTo(home.night);
        assertThat(build.id()).matches("2026-01-10-[0-9a-f]{8}");
        assertThat(build.martRows()).containsEntry("mart_document", 2L).hasSize(9);
        assertThat(home.builder().pending()).contains(build);

        AuditReport failed = new AuditReport(
                1, List.of(new Finding("a", Finding.Severity.ERROR, "t", "r", 1, List.of("a"), List.of(), false)));
        assertThat(home.publisher().publish(build, failed, LoadProgress.NONE))
                .isEqualTo(new Publication.Refused(failed));
        assertThat(releases.list()).isEmpty();
        AuditReport accepted = new AuditReport(
                2,
                List.of(
                        new Finding("a", Finding.Severity.ACCEPTED, "Title", "r", 4, List.of("a"), List.of(), true),
                        new Finding("b", Finding.Severity.WARNING, "t", "r", 1, List.of("a"), List.of(), false)));
        told.clear();
        Manifest first = ((Publication.Published) home.publisher().publish(build, accepted, progress)).manifest();
        assertThat(told).contains("parquet mart_document", "parquet dim_region");
        assertThat(first.release()).isEqualTo(build.id());
        assertThat(first.night()).isEqualTo(home.night);
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-01-10T20:00:02Z"));
        assertThat(first.contentHash()).isEqualTo(build.contentHash());
        assertThat(first.inputsFingerprint()).isEqualTo(build.inputsFingerprint());
        assertThat(first.codeVersion()).isEqualTo("test");
        assertThat(first.schemaVersion())
                .isEqualTo(WarehouseFiles.of(home.folder).schemaVersion());
        assertThat(first.dictionaryVersion()).matches("[0-9a-f]{16}");
        assertThat(first.formatVersion()).isEqualTo(HomeFormat.VERSION);
        assertThat(first.rows()).isEqualTo(build.martRows());
        assertThat(first.sources())
                .containsExactly(
                        new Manifest.SourceEntry("baihe", "白鹭县人民政府", 0, 0),
                        new Manifest.SourceEntry("yunxi", "云溪县人民政府", 2, 2));
        assertThat(first.warningCount()).isEqualTo(1);
        assertThat(first.accepted()).containsExactly(new Manifest.AcceptedEntry("a", 4, "Title"));
        assertThat(first.reviews()).isEqualTo(ReviewCount.NONE);
        assertThat(first.files())
                .extracting(Manifest.FileEntry::path)
                .contains(
                        "fazhi.duckdb",
                        "datapackage.json",
                        "croissant.json",
                        "parquet/mart_figure/mart_figure-990000-2024.parquet")
                .doesNotContain("manifest.json");
        assertThat(releases.verify(first)).isEmpty();
        assertThat(releases.current()).contains(first);
        assertNothingIsLeft();
        assertThat(home.rows("SELECT value FROM mart_observation ORDER BY ALL"))
                .containsExactly("70.000000", "79.000000");
        assertReadersFind();
        assertThat(home.builder().build(home.input(), LoadProgress.NONE)).isEqualTo(new BuildOutcome.NothingNew(first));
        assertThat(home.builder().pending()).isEmpty();

        // Another program, the same rows: the release stands, and is known for what these inputs give.
        home.codeVersion = "next";
        BuiltRelease same = home.build();
        assertThat(same.contentHash()).isEqualTo(first.contentHash());
        assertThat(publish(same, LoadProgress.NONE)).isEqualTo(new Publication.Unchanged(first));
        assertThat(home.builder().build(home.input(), LoadProgress.NONE)).isEqualTo(new BuildOutcome.NothingNew(first));
        assertNothingIsLeft();

        home.extracts.remove(1);
        report(2024, "81");
        home.keep = 1;
        BuiltRelease other = home.build();
        Manifest second = ((Publication.Published) publish(other, LoadProgress.NONE)).manifest();
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(home.rows("SELECT subject, field, value_before, value_after FROM mart_change WHERE field = 'value'"))
                .containsExactly("observation|value|79 件|81 件");
        assertThat(releases.list()).containsExactly(second);
        assertThat(releases.verify(second)).isEmpty();
        assertNothingIsLeft();
    }

    private String first(String folder) {
        String path = WarehouseFiles.of(home.folder).sql(folder).get(0).path();
        return path.substring(path.indexOf('/') + 1);
    }

    private void assertNothingIsLeft() throws IOException {
        assertThat(Home.files(home.home.state())).containsExactly(home.home.lock());
        try (Stream<Path> folders = Files.list(home.home.releases())) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    private void assertReadersFind() {
        try (PublishedReports reports = PublishedReports.open(home.home)) {
            PublishedReport report = reports.find("云溪县人民政府", 2024).orElseThrow();
            assertThat(report.metadata())
                    .containsEntry("title", "云溪县人民政府2024年法治政府建设年度报告")
                    .containsEntry("report_year", "2024")
                    .doesNotContainKey("index_number");
            assertThat(report.sections()).containsExactly(new PublishedReport.Section(1, "一", "主要做法和成效"));
            assertThat(report.figures())
                    .containsExactly(new PublishedReport.Figure(
                            "79件",
                            new java.math.BigDecimal("79.000000"),
                            "件",
                            "exact",
                            Optional.empty(),
                            "actual",
                            Optional.of("reconsideration.accepted"),
                            "受理79件。"));
            assertThat(report.misplaced()).isEmpty();
            assertThat(reports.find("云溪县人民政府", 2022)).isEmpty();
            assertThat(reports.readings()).containsExactly(new ReadingCount("loaded", "", 2));
        }
    }

    @Test
    void comparesTwoReleasesThatAreKept() {
        String first = home.published().release();
        home.extracts.remove(1);
        report(2024, "81");
        String second = home.published().release();
        ReleaseDiff diff = new ReleaseDiff(home.home, WarehouseFiles.of(home.folder), Home.SETTINGS);
        List<ReleaseChange> changes = new ArrayList<>();
        diff.between(first, second, changes::add);
        assertThat(changes)
                .contains(new ReleaseChange(
                        "observation",
                        "changed",
                        changes.get(changes.size() - 1).documentId(),
                        SITE + "2024",
                        "990101",
                        "government",
                        "2024",
                        "reconsideration.accepted",
                        "value",
                        "79 件",
                        "81 件",
                        "new_version",
                        "云溪县人民政府"));
        changes.clear();
        diff.between(first, first, changes::add);
        assertThat(changes).isEmpty();
        assertThatThrownBy(() -> diff.between(first, "none", changes::add))
                .isInstanceOf(WarehouseException.class)
                .hasMessageEndingWith("got none");
        Home.execute(home.home.release(first).resolve("fazhi.duckdb"), "DROP VIEW mart_observation");
        assertThatThrownBy(() -> diff.between(first, second, changes::add))
                .hasMessageContaining("expected a release to compare with, got: ");
    }

    /** A build goes on to read the extracts again; that is where it is stopped here. */
    private boolean isBuilt() {
        AtomicInteger reads = new AtomicInteger();
        LoadInput input = home.input();
        LoadInput stopped = new LoadInput(
                input.night(),
                input.nightStartedAt(),
                input.sources(),
                () -> {
                    if (reads.getAndIncrement() > 0) {
                        throw new WarehouseException("stopped");
                    }
                    return home.extracts.stream();
                },
                input.captures(),
                input.fetches(),
                input.links(),
                input.walks(),
                input.untaken(),
                input.answers(),
                input.withdrawnAfter(),
                input.indicators(),
                input.codeVersion(),
                input.reviews());
        try {
            return home.builder().build(stopped, LoadProgress.NONE) instanceof BuildOutcome.Built;
        } catch (WarehouseException e) {
            assertThat(e).hasMessage("stopped");
            // What a failed build wrote is given back.
            assertThat(home.home.build()).doesNotExist();
            assertThat(home.home.spill()).doesNotExist();
            return true;
        }
    }

    private static LinkState link(String state, Optional<String> payload) {
        return new LinkState(
                "yunxi", SITE + "9", "报告", OptionalInt.empty(), state, Reports.FETCHED, payload, Optional.empty());
    }

    private static FetchAttempt asked(String state) {
        return new FetchAttempt(
                LocalDate.of(2026, 1, 9),
                Reports.FETCHED,
                "yunxi",
                SITE,
                "listing",
                state,
                OptionalInt.empty(),
                Reports.FETCHED,
                Duration.ZERO,
                0,
                1,
                Optional.empty(),
                OptionalInt.of(3));
    }

    @Test
    void buildsAgainForWhatShapesAReleaseAndForNothingElse() {
        home.links.add(link("blocked", Optional.empty()));
        home.links.add(link("gone", Optional.empty()));
        home.links.add(link("pending", Optional.of("sha256:x")));
        home.fetches.add(asked("fetched"));
        home.published();
        assertThat(isBuilt()).isFalse();
        List<Consumer<Home>> same = List.of(
                each -> each.links.set(0, link("denied", Optional.empty())),
                each -> each.links.set(1, link("soft_404", Optional.empty())),
                each -> each.links.set(2, link("fetched", Optional.of("sha256:x"))),
                each -> each.links.set(2, link("not_modified", Optional.of("sha256:x"))),
                each -> each.fetches.set(0, asked("not_modified")),
                each -> java.util.Collections.reverse(each.links),
                each -> java.util.Collections.reverse(each.sources),
                each -> each.indicators =
                        List.of(Home.INDICATORS.get(2), Home.INDICATORS.get(0), Home.INDICATORS.get(1)));
        for (Consumer<Home> change : same) {
            change.accept(home);
            assertThat(isBuilt()).as("same " + same.indexOf(change)).isFalse();
        }
        Extract last = home.extracts.get(1);
        List<Consumer<Home>> others = List.of(
                each -> each.links.set(0, link("fetched", Optional.empty())),
                each -> each.links.set(0, link("timeout", Optional.empty())),
                each -> each.links.remove(0),
                each -> each.fetches.set(0, asked("timeout")),
                each -> each.extracts.remove(1),
                each -> each.extracts.add(last),
                each -> each.codeVersion = "next",
                each -> each.sources.remove(1),
                each -> each.indicators = Home.INDICATORS.subList(0, 2),
                each -> each.walks = Optional.of(List.of(Walks.cutOff("yunxi", SITE, each.night, "blocked"))),
                each -> each.night = each.night.plusYears(1),
                each -> each.reviews = Entries.read(
                        root.resolve("reviews"), Entries.of(SITE + "2024", "受理79件", "79件", "verdict: no_figure")));
        for (Consumer<Home> change : others) {
            List<LinkState> links = List.copyOf(home.links);
            List<FetchAttempt> fetches = List.copyOf(home.fetches);
            List<Extract> extracts = List.copyOf(home.extracts);
            var sources = List.copyOf(home.sources);
            var indicators = home.indicators;
            LocalDate night = home.night;
            change.accept(home);
            assertThat(isBuilt()).as("other " + others.indexOf(change)).isTrue();
            home.links = new ArrayList<>(links);
            home.fetches = new ArrayList<>(fetches);
            home.extracts = new ArrayList<>(extracts);
            home.sources = new ArrayList<>(sources);
            home.indicators = indicators;
            home.night = night;
            home.walks = Optional.empty();
            home.codeVersion = "test";
            home.reviews = Reviews.NONE;
            assertThat(isBuilt()).as("back from " + others.indexOf(change)).isFalse();
        }
    }

    @Test
    void saysWhichScriptFailedAndGivesTheDiskBack() {
        home.write("schema/99_broken.sql", "-- Grain: none.\nCREATE TABEL x");
        assertThatThrownBy(home::build)
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith(home.home.build() + ": the build failed: warehouse/schema/99_broken.sql: ");
        assertThat(home.home.build()).doesNotExist();
        assertThatThrownBy(() -> PublishedReports.open(home.home))
                .hasMessage(home.home.published() + ": expected a published warehouse, got none; run harvest first");
        assertThatThrownBy(() -> new Publisher(
                        home.home, WarehouseFiles.of(home.folder), Home.SETTINGS, java.time.Clock.systemUTC(), 0))
                .hasMessage("releases to keep: expected at least 1, got 0");
    }
}
