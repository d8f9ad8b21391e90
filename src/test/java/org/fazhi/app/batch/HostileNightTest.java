package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.HostResolver;
import org.fazhi.harvest.fetch.HostilePages;
import org.fazhi.harvest.fetch.HostileSite;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A night over a site whose every page fights back, but two: it completes, and every page is told of. */
@Tag("slow")
@Timeout(180)
class HostileNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final Duration LIMIT = Duration.ofMillis(400);
    private static final int FIRST_YEAR = 2019;
    private static final int YEARS = 7;
    private static final List<String> REGIONS =
            List.of("991102", "991121", "991221", "991281", "992102", "992121", "992221", "992281");

    /** Coverage knows a report that is walled in, and one that is gone; what fails otherwise is known and not read. */
    private static final Map<String, String> COVERAGE = Map.of(
            "blocked", "blocked", "denied", "blocked", "gone", "gone", "soft_404", "gone", "fetched", "published");

    @TempDir
    static Path folder;

    private static HostileSite site;
    private static NightOutcome outcome;
    private static final Map<String, String> stateByPath = new LinkedHashMap<>();

    @BeforeAll
    static void harvest() throws Exception {
        site = new HostileSite();
        stateByPath.put("/good/1.html", "fetched");
        stateByPath.putAll(HostilePages.on(site));
        stateByPath.put("/good/2.html", "fetched");
        site.on("/good/1.html", HostileSite.says(200, SmallReport.html("临渟县", FIRST_YEAR, 37)));
        int last = stateByPath.size() - 1;
        String lastYear = Integer.toString(FIRST_YEAR + last % YEARS);
        site.on("/good/2.html", HostileSite.says(200, SmallReport.html("云沙县", Integer.parseInt(lastYear), 41)));
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        List<String> paths = List.copyOf(stateByPath.keySet());
        for (int i = 0; i * YEARS < paths.size(); i++) {
            List<String> own = paths.subList(i * YEARS, Math.min(paths.size(), (i + 1) * YEARS));
            site.on("/list" + i, HostileSite.says(200, listing(own)));
            source(jobs, "source" + i, REGIONS.get(i), "/list" + i);
        }
        hostileListings(jobs);
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        FetchSettings settings =
                FetchSettings.of(Optional.empty()).withTimeout(LIMIT).withMaxBytes(HostilePages.MOST_BYTES);
        Fetcher.Surroundings surroundings =
                new Fetcher.Surroundings(clock, pause -> {}, HostResolver.system(), new Random(1));
        outcome = NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        folder.resolve("home"),
                        SourceRegistry.read(jobs, clock),
                        clock,
                        "test"),
                new FetchConditions(settings, surroundings),
                StepProgress.SILENT);
    }

    @AfterAll
    static void close() throws IOException {
        site.close();
    }

    @Test
    void completesAndPublishes() {
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
    }

    @Test
    void loadsTheTwoGoodReports() throws Exception {
        assertThat(rows("SELECT url, figure_count > 0 FROM mart_document ORDER BY url"))
                .containsExactly(url("/good/1.html") + "|true", url("/good/2.html") + "|true");
    }

    @Test
    void endsEveryHostilePageInItsNamedStateAndWritesItDown() throws Exception {
        List<String> expected = stateByPath.entrySet().stream()
                .map(page -> url(page.getKey()) + "|" + page.getValue())
                .sorted()
                .toList();

        assertThat(rows("SELECT url, state FROM fact_fetch WHERE kind = 'document'"
                        + " AND source_id LIKE 'source%' ORDER BY ALL"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows("SELECT count(DISTINCT state) FROM fact_fetch WHERE kind = 'document'"))
                .containsExactly("9");
        assertThat(rows("SELECT count(*) FROM fact_fetch WHERE kind = 'document' AND state NOT IN ('fetched')"
                        + " AND coalesce(reason, '') = ''"))
                .containsExactly("0");
    }

    @Test
    void listsEveryStateAndReasonOfTheNightInTheCatalog() throws Exception {
        String catalog = Files.readString(Path.of("warehouse/CATALOG.md"));
        String words = catalog.substring(catalog.indexOf("## States and reasons"));

        assertThat(
                        rows(
                                "SELECT DISTINCT state FROM fact_fetch UNION SELECT DISTINCT state FROM fact_link"
                                        + " UNION SELECT reason FROM quarantine UNION SELECT reason FROM fact_reading WHERE reason IS NOT NULL"))
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(word -> assertThat(words).contains("\n| `" + word + "` | "));
    }

    @Test
    void writesDownTheOneRequestForRobots() throws Exception {
        assertThat(
                        rows(
                                "SELECT night, url, state, http_status, attempts, reason FROM fact_fetch WHERE kind = 'robots'"))
                .containsExactly("2026-11-23|" + url("/robots.txt") + "|fetched|200|1|null");
    }

    @Test
    void countsEveryHostilePageInCoverage() throws Exception {
        List<String> expected = new ArrayList<>();
        List<String> states = List.copyOf(stateByPath.values());
        for (int i = 0; i < states.size(); i++) {
            expected.add(REGIONS.get(i / YEARS) + "|" + (FIRST_YEAR + i % YEARS) + "|"
                    + COVERAGE.getOrDefault(states.get(i), "unread"));
        }

        assertThat(rows("SELECT DISTINCT source_id, state, unseen_reason FROM mart_coverage"
                        + " WHERE source_id NOT LIKE 'source%' ORDER BY ALL"))
                .containsExactly(
                        "bomb|unseen|too_large", "endless|gone|null", "endless|unseen|bound", "silent|unseen|failed");
        assertThat(rows("SELECT region_code, report_year, replace(state, 'late', 'published') FROM mart_coverage"
                        + " WHERE issuer_kind = 'government'"))
                .containsAll(expected);
    }

    @Test
    void keepsEveryRequestWithinItsLimit() throws Exception {
        assertThat(rows("SELECT count(*) FROM fact_fetch WHERE attempts > 6")).containsExactly("0");
        assertThat(rows("SELECT DISTINCT state FROM fact_fetch WHERE kind = 'listing' AND source_id = 'silent'"))
                .containsExactly("failed");
        assertThat(rows("SELECT count(*) FROM fact_fetch WHERE kind = 'listing' AND source_id = 'endless'"))
                .containsExactly("200");
    }

    /** Listings fight too: one never answers, one never ends, one is a bomb. */
    private static void hostileListings(Path jobs) throws IOException {
        AtomicInteger count = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            site.on("/endless" + i, (head, out) -> {
                int number = count.incrementAndGet();
                HostileSite.says(
                                200,
                                "<ul><li><a href='/gone/" + number + ".html'>清禾县第" + number
                                        + "办2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul><a href='/endless"
                                        + number + "'>下一页</a>")
                        .answer(head, out);
            });
        }
        site.on("/silent", (head, out) -> {});
        source(jobs, "endless", "993102", "/endless0");
        source(jobs, "silent", "993121", "/silent");
        source(jobs, "bomb", "993221", "/bomb/gzip");
    }

    private static void source(Path jobs, String id, String region, String listing) throws IOException {
        Files.writeString(jobs.resolve(id + ".yml"), """
                id: %s
                publisher: %s
                region: %s
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: %s
                    cms: plain
                since: 2019
                delay: 0s
                allow_private_addresses: true
                """.formatted(
                        id, id.equals("source0") ? "临渟县人民政府" : "云沙县人民政府", region, url(listing)));
    }

    private static String listing(List<String> paths) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < paths.size(); i++) {
            rows.append("<li><a href=\"%s\">%d年度法治政府建设年度报告</a><span>%d-01-2%d</span></li>"
                    .formatted(paths.get(i), FIRST_YEAR + i, FIRST_YEAR + 1 + i, i));
        }
        return "<html><head><title>年度报告</title></head><body><ul class=\"list\">" + rows + "</ul></body></html>";
    }

    private static List<String> rows(String sql) throws Exception {
        return Published.rows(folder.resolve("home"), sql);
    }

    private static String url(String path) {
        return site.url(path).toString();
    }
}
