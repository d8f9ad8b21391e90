package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.LoggedRequest;
import org.fazhi.sample.SampleSite;
import org.fazhi.sample.SampleTruth;
import org.fazhi.warehouse.descriptor.HeldKeys;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The sample's night from crawl to published file, over real HTTP on loopback, held against the table of facts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleNightTest {

    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-22T18:30:00Z"), ZoneOffset.UTC);
    private static final Clock LATER_THAT_NIGHT = Clock.fixed(Instant.parse("2026-11-22T19:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static SampleSite site;
    private static Path jobs;
    private static Path home;
    private static NightOutcome first;

    @BeforeAll
    static void harvestOnce() throws Exception {
        site = SampleSite.startOnFreePorts();
        jobs = folder.resolve("jobs");
        home = folder.resolve("home");
        Files.createDirectories(jobs);
        site.writeJobs(Path.of("jobs/sample"), jobs);
        first = night(NightPlan.Kind.HARVEST, NIGHT);
    }

    @AfterAll
    static void closeTheSite() {
        site.close();
    }

    @Test
    @Order(1)
    void publishesARelease() {
        assertThat(first.problems()).isEmpty();
        assertThat(first.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(home.resolve("fazhi.duckdb")).isRegularFile();
    }

    @Test
    @Order(2)
    void findsTheObservationsOfTheTableRowForRow() throws Exception {
        List<String> expected = SampleTruth.read().observations().stream()
                .map(row -> String.join(
                        "|",
                        row.regionCode(),
                        row.issuerKind(),
                        Integer.toString(row.reportYear()),
                        row.indicatorCode(),
                        row.unit(),
                        row.value().stripTrailingZeros().toPlainString(),
                        row.qualifier(),
                        row.asOf().orElse("")))
                .sorted()
                .toList();

        assertThat(Published.rows(
                        home,
                        "SELECT region_code, issuer_kind, report_year, indicator_code, unit, value, qualifier,"
                                + " coalesce(as_of, '') FROM mart_observation"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Order(2)
    void holdsTheKeysAndReferencesThatTheDescriptorTells() {
        assertThat(HeldKeys.faults(home.resolve("fazhi.duckdb"), WarehouseFiles.bundled()))
                .isEmpty();
    }

    @Test
    @Order(2)
    void readsEveryDocumentsTitleIssuerAndDates() throws Exception {
        List<String> expected = SampleTruth.read().documents().stream()
                .map(document -> String.join(
                        "|",
                        document.regionCode(),
                        document.issuerKind(),
                        Integer.toString(document.reportYear()),
                        document.issuer(),
                        document.title(),
                        document.documentNumber().orElse(""),
                        document.indexNumber(),
                        document.writtenDate().toString(),
                        document.publishedDate().toString()))
                .toList();

        assertThat(Published.rows(
                        home,
                        "SELECT region_code, issuer_kind, report_year, issuer, title, coalesce(document_number, ''),"
                                + " coalesce(index_number, ''), written_date, published_date FROM mart_document"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Order(2)
    void takesNoLookAlike() throws Exception {
        List<String> paths = SampleTruth.read().lookAlikes().stream()
                .map(SampleTruth.LookAlike::path)
                .toList();

        assertThat(paths).isNotEmpty();
        assertThat(Published.rows(home, "SELECT url FROM mart_document"))
                .noneMatch(url -> paths.stream().anyMatch(url::endsWith));
    }

    @Test
    @Order(2)
    void pointsEveryFigureToItsCharacters() throws Exception {
        assertThat(Published.rows(
                        home,
                        "SELECT count(*) FROM mart_figure f JOIN mart_document d USING (document_id, version)"
                                + " WHERE substring(d.text, f.span_start + 1, f.span_end - f.span_start) <> f.raw"))
                .containsExactly("0");
    }

    @Test
    @Order(2)
    void missesWhatTheListsDoNotHaveOnTheEvidenceOfTheirWalks() throws Exception {
        List<String> expected = SampleTruth.read().coverage().stream()
                .filter(row -> row.state().equals("missing"))
                .map(row -> row.sourceId() + "|" + row.reportYear() + "|2026-11-22|true")
                .toList();

        assertThat(expected).hasSize(3);
        assertThat(Published.rows(
                        home,
                        "SELECT source_id, report_year, listing_walked_at::DATE, listing_row_count > 0"
                                + " AND listing_oldest_date < listing_newest_date AND listing_url LIKE 'http://127.0.0.1%'"
                                + " FROM mart_coverage WHERE state = 'missing'"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Published.rows(home, "SELECT source_id FROM mart_coverage WHERE state IN ('unseen', 'unread')"))
                .isEmpty();
        assertThat(Published.rows(home, "SELECT audit FROM audit_finding WHERE audit = 'unseen_source'"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void answersEveryQuestionOfTheAnalyst() throws Exception {
        try (Stream<Path> queries = Files.list(Path.of("warehouse/queries"))) {
            for (Path query : queries.sorted().toList()) {
                List<String> answer = Published.rows(home, Files.readString(query));
                // No report of the sample states one indicator with two values; ObservationTest has one that does.
                boolean mayBeEmpty = query.endsWith("conflicting_values.sql");
                assertThat(mayBeEmpty || !answer.isEmpty())
                        .as(query + " has an answer")
                        .isTrue();
            }
        }
    }

    @Test
    @Order(3)
    void asksOnlyConditionallyWhenNothingIsNewAndWritesNothing() throws Exception {
        byte[] before = Files.readAllBytes(home.resolve("fazhi.duckdb"));
        site.clearLog();

        NightOutcome second = night(NightPlan.Kind.HARVEST, LATER_THAT_NIGHT);

        assertThat(second.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(second.releaseId()).isEqualTo(first.releaseId());
        assertThat(site.log())
                .isNotEmpty()
                .allMatch(LoggedRequest::conditional)
                // One report has moved: its old address answers with the new one.
                .allMatch(request -> request.status() == 304 || request.status() == 301);
        assertThat(Files.readAllBytes(home.resolve("fazhi.duckdb"))).isEqualTo(before);
    }

    @Test
    @Order(4)
    void readsTheArchiveAgainWithoutASocketToTheSameRelease() throws Exception {
        site.clearLog();

        NightOutcome again = night(NightPlan.Kind.REPROCESS, LATER_THAT_NIGHT);

        assertThat(again.problems()).isEmpty();
        assertThat(again.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(again.releaseId()).isEqualTo(first.releaseId());
        assertThat(site.log()).isEmpty();
    }

    private static NightOutcome night(NightPlan.Kind kind, Clock clock) {
        return NightRun.run(
                new NightPlan(kind, home, SourceRegistry.read(jobs, clock), clock, "test"), StepProgress.SILENT);
    }
}
