package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/** Nights in which the program itself fails, at every boundary of every step. */
class ItemFaultNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    /** Pages named by the step and the boundary at which the program fails on them, and one on which it does not. */
    private static final List<String> PAGES = List.of(
            "fetch-read",
            "fetch-worked",
            "fetch-written",
            "extract-read",
            "extract-worked",
            "extract-written",
            "load-worked",
            "good");

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        home = folder.resolve("home");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < PAGES.size(); i++) {
            rows.append("<li><a href=\"/%s.html\">%d年法治政府建设年度报告</a><span>2026-01-20</span></li>"
                    .formatted(PAGES.get(i), 2017 + i));
            site.page("/" + PAGES.get(i) + ".html", SmallReport.html("临渟县", 2017 + i, 37));
        }
        site.page("/index.html", "<ul>" + rows + "</ul>");
        for (String listing : List.of("discover-read", "discover-worked", "discover-written")) {
            site.page("/" + listing + ".html", "<ul><li><a href=\"/never.html\">2025年法治政府建设年度报告</a></li></ul>");
            source(listing, "/" + listing + ".html");
        }
        source("good", "/index.html");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void costsNothingButTheItemsThemselvesAndNamesThem() throws Exception {
        NightOutcome outcome = night(NIGHT, ItemFaultNightTest::failWhereTheNameSays);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(outcome.failed())
                .isEqualTo(new TreeMap<>(Map.of("discover", 3, "fetch", 3, "extract", 3, "load", 1)));
        assertThat(outcome.notes())
                .contains("fetch: source good, " + site.url("/fetch-written.html")
                        + ": expected the program to end its work, got IllegalStateException: at WRITTEN")
                .contains("load: source good, " + site.url("/load-worked.html")
                        + ": expected the program to end its work, got IllegalStateException: at WORKED");
        assertThat(rows("SELECT url FROM mart_document")).containsExactly(site.url("/good.html"));
        assertThat(rows("SELECT source_id, ended_as FROM fact_listing ORDER BY ALL"))
                .containsExactly(
                        "discover-read|failed", "discover-worked|failed", "discover-written|failed", "good|complete");
        assertThat(rows("SELECT count(*) FROM fact_link WHERE url LIKE '%never%'"))
                .containsExactly("0");
        assertThat(rows("SELECT parse_filename(url, true), state FROM fact_link WHERE state <> 'fetched' ORDER BY ALL"))
                .containsExactly("fetch-read|failed", "fetch-worked|failed", "fetch-written|failed");
        assertThat(rows("SELECT parse_filename(url, true), reason FROM fact_fetch WHERE state = 'failed' ORDER BY ALL"))
                .containsExactly(
                        "discover-read|expected the program to end its work, got IllegalStateException: at READ",
                        "discover-worked|expected the program to end its work, got IllegalStateException: at WORKED",
                        "discover-written|expected the program to end its work, got IllegalStateException: at WRITTEN",
                        "fetch-read|expected the program to end its work, got IllegalStateException: at READ",
                        "fetch-worked|expected the program to end its work, got IllegalStateException: at WORKED",
                        "fetch-written|expected the program to end its work, got IllegalStateException: at WRITTEN");
        assertThat(rows("SELECT parse_filename(url, true), reason, detail FROM quarantine ORDER BY ALL"))
                .containsExactly(
                        "extract-read|reader_fault|expected the program to end its work, got IllegalStateException: at READ",
                        "extract-worked|reader_fault|expected the program to end its work, got IllegalStateException: at WORKED",
                        "extract-written|reader_fault|expected the program to end its work, got IllegalStateException: at WRITTEN",
                        "load-worked|load_fault|expected to load it, got IllegalStateException: at WORKED");
        assertThat(Files.readString(NightReport.page(home, outcome.nightId())))
                .contains("<td>faults</td><td>10</td><td>3 discover, 3 extract, 3 fetch, 1 load</td>");

        NightOutcome next = night(NIGHT.plus(Duration.ofDays(1)), ItemWatch.NONE);

        assertThat(next.problems()).isEmpty();
        assertThat(next.failed()).isEmpty();
        assertThat(rows("SELECT count(*) FROM mart_document")).containsExactly(String.valueOf(PAGES.size()));
        assertThat(rows("SELECT count(*) FROM quarantine")).containsExactly("0");
    }

    @Test
    void isEndedByAFaultOfTheMachineAndResumed() throws Exception {
        for (String step : List.of("discover", "fetch", "extract", "load")) {
            AtomicBoolean isBroken = new AtomicBoolean();
            NightOutcome ended = night(NIGHT, (boundary, item) -> {
                if (item.step().equals(step) && !isBroken.getAndSet(true)) {
                    throw new DataAccessResourceFailureException("the database is gone");
                }
            });

            assertThat(ended.ending()).as(step).isEqualTo(NightOutcome.Ending.FAILED);
            assertThat(ended.failed()).as(step).isEmpty();
            assertThat(ended.problems()).as(step).anyMatch(problem -> problem.contains("the database is gone"));
        }
        NightOutcome resumed = night(NIGHT, ItemWatch.NONE);

        assertThat(resumed.isResumed()).isTrue();
        assertThat(resumed.problems()).isEmpty();
        assertThat(rows("SELECT count(*) FROM mart_document")).containsExactly(String.valueOf(PAGES.size()));
        List<String> asked = new ArrayList<>(site.asked());
        asked.removeAll(List.of("/robots.txt", "/never.html"));
        assertThat(asked).doesNotHaveDuplicates();
    }

    private static void failWhereTheNameSays(ItemWatch.Boundary boundary, NightItem item) {
        String name = item.step() + "-" + boundary.name().toLowerCase(java.util.Locale.ROOT);
        if (item.url().contains("/" + name + ".")) {
            throw new IllegalStateException("at " + boundary);
        }
    }

    private NightOutcome night(Instant now, ItemWatch watch) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        home,
                        SourceRegistry.read(folder.resolve("jobs"), clock),
                        clock,
                        "test"),
                watch,
                StepProgress.SILENT);
    }

    private List<String> rows(String sql) throws Exception {
        return Published.rows(home, sql);
    }

    private void source(String id, String listing) throws IOException {
        SourceFile.write(folder.resolve("jobs"), id, "临渟县人民政府", site.url(listing));
        Files.writeString(folder.resolve("jobs").resolve(id + ".yml"), "since: 2015\n", StandardOpenOption.APPEND);
    }
}
