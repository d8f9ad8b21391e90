package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fazhi.harvest.fetch.HostileSite;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.warehouse.review.Entries;
import org.fazhi.warehouse.review.Reviews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights over a site of a few pages. */
class SmallNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        home = folder.resolve("home");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void quarantinesPagesThatCannotBeReadAndGoesOn() throws Exception {
        byte[] noise = new byte[40_000];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0x89;
        site.page("/index.html", listing("/noise.html", "/deep.html", "/bare.html", "/good.html"))
                .page("/noise.html", noise)
                .page("/deep.html", "<html><body>" + "<div><b>".repeat(60_000) + "深" + "</b></div>".repeat(10))
                .page("/bare.html", "<html><head><title>x</title></head><body><p>本栏目内容正在整理。</p></body></html>")
                .page("/good.html", SmallReport.html("临渟县", 2025, 37));
        source("all", "linjiang", "临渟县人民政府", "/index.html");

        NightOutcome outcome = night("all", NIGHT);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(Published.rows(home, "SELECT url FROM mart_document")).containsExactly(site.url("/good.html"));
        JsonNode report = report(outcome);
        int quarantined = 0;
        for (JsonNode count : report.get("documents")) {
            if (count.get("outcome").asString().equals("quarantined")) {
                assertThat(count.get("reason").asString()).isNotBlank();
                quarantined += count.get("count").asInt();
            }
        }
        assertThat(quarantined).as(report.toString()).isGreaterThanOrEqualTo(2);
        assertThat(report.get("steps")).hasSize(6);
        assertThat(report.get("ending").asString()).isEqualTo("published");
    }

    @Test
    void saysOfEveryPageThatIsKeptBackWhatExactlyHappened() throws Exception {
        site.page("/index.html", listing("/noise.html", "/bare.html", "/good.html"))
                .page("/noise.html", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0})
                .page("/bare.html", "<html><head><title>x</title></head><body><p>本栏目内容正在整理。</p></body></html>")
                .page("/good.html", SmallReport.html("临渟县", 2025, 37));
        source("all", "linjiang", "临渟县人民政府", "/index.html");

        NightOutcome outcome = night("all", NIGHT);

        List<String> expected = List.of(
                "no_main_text|expected sentences of at least 60 Chinese characters, got 9 characters in 1 of 1 lines",
                "unsupported_media_type|expected a page or a text, got image/png");
        assertThat(Published.rows(home, "SELECT reason, detail FROM quarantine ORDER BY ALL"))
                .containsExactlyElementsOf(expected);
        assertThat(Published.rows(
                        home, "SELECT reason, detail FROM fact_reading WHERE reason IS NOT NULL ORDER BY ALL"))
                .containsExactlyElementsOf(expected);
        assertThat(OutcomeSummary.line(outcome.readings()))
                .isEqualTo("1 loaded, 2 quarantined (1 no_main_text, 1 unsupported_media_type), 0 ignored");
        JsonNode report = report(outcome);
        assertThat(report.get("documents")).hasSize(3);
        assertThat(report.get("steps").get(2).get("summary").asString())
                .isEqualTo("3 pages read: " + OutcomeSummary.line(outcome.readings()));
        assertThat(Files.readString(NightReport.page(home, outcome.nightId())))
                .contains("<td>unsupported_media_type</td>");
    }

    @Test
    void keepsTheWholePageWhereALaterNightGetsAPartOfIt() throws Exception {
        byte[] report = SmallReport.html("临渟县", 2025, 37).getBytes(StandardCharsets.UTF_8);
        try (HostileSite server = new HostileSite()) {
            server.on("/index.html", HostileSite.says(200, listing("/1.html")))
                    .on("/1.html", HostileSite.says(200, SmallReport.html("临渟县", 2025, 37)));
            SourceFile.write(
                    folder.resolve("all"),
                    "linjiang",
                    "临渟县人民政府",
                    server.url("/index.html").toString());
            night("all", NIGHT);
            server.on("/1.html", (head, out) -> {
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + (report.length + 40) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(report);
            });

            NightOutcome outcome = night("all", NIGHT.plus(Duration.ofDays(1)));

            assertThat(outcome.problems()).isEmpty();
            assertThat(HomeState.read(home).orElseThrow().fetches())
                    .contains(new FetchLog.StateCount("document", "truncated", 1));
            assertThat(Published.rows(home, "SELECT version, is_current FROM mart_document"))
                    .containsExactly("1|true");
        }
    }

    @Test
    void neitherFetchesNorLoadsWhatBelongsToSourcesThatAreNotConfigured() throws Exception {
        site.page("/a/index.html", listing("/a/1.html"))
                .page("/a/1.html", SmallReport.html("临渟县", 2025, 37))
                .page("/b/index.html", listing("/b/1.html"))
                .page("/b/1.html", SmallReport.html("五河口县", 2025, 41));
        source("both", "linjiang", "临渟县人民政府", "/a/index.html");
        source("both", "wuhekou", "五河口县人民政府", "/b/index.html");
        source("one", "linjiang", "临渟县人民政府", "/a/index.html");

        assertThat(night("both", NIGHT).problems()).isEmpty();
        assertThat(Published.rows(home, "SELECT count(*) FROM mart_document")).containsExactly("2");
        site.asked().clear();
        NightOutcome one = night("one", NIGHT.plus(Duration.ofDays(1)));

        assertThat(one.problems()).isEmpty();
        assertThat(site.asked()).contains("/a/1.html").noneMatch(path -> path.startsWith("/b/"));
        assertThat(Published.rows(home, "SELECT url FROM mart_document")).containsExactly(site.url("/a/1.html"));

        NightOutcome both = night("both", NIGHT.plus(Duration.ofDays(2)));

        assertThat(both.problems()).isEmpty();
        assertThat(Published.rows(home, "SELECT count(*) FROM mart_document")).containsExactly("2");
    }

    @Test
    void asksForRobotsOnceADayAndWritesItDown() throws Exception {
        site.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("临渟县", 2025, 37));
        source("all", "linjiang", "临渟县人民政府", "/index.html");

        List<Integer> requests = new ArrayList<>();
        for (Duration later : List.of(Duration.ZERO, Duration.ofHours(23), Duration.ofHours(25))) {
            night("all", NIGHT.plus(later));
            requests.add(HomeState.read(home).orElseThrow().fetches().stream()
                    .filter(count -> count.kind().equals("robots"))
                    .mapToInt(FetchLog.StateCount::count)
                    .sum());
        }

        assertThat(requests).containsExactly(1, 0, 1);
        assertThat(site.asked()).filteredOn("/robots.txt"::equals).hasSize(2);
    }

    @Test
    void readsAPageAgainWhenItsSourceIsMended() throws Exception {
        site.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("临渟县", 2025, 37));
        source("all", "linjiang", "临渟县人民政府", "/index.html");
        night("all", NIGHT);
        assertThat(Published.rows(home, "SELECT region_code FROM mart_document"))
                .containsExactly("991102");

        Path file = folder.resolve("all").resolve("linjiang.yml");
        Files.writeString(file, Files.readString(file).replace("991102", "991121"));
        NightOutcome mended = night("all", NIGHT.plus(Duration.ofDays(1)));

        assertThat(mended.problems()).isEmpty();
        assertThat(Published.rows(home, "SELECT DISTINCT region_code FROM mart_document WHERE is_current"))
                .containsExactly("991121");
    }

    @Test
    void holdsAReviewOverAPageThatIsFetchedAgainInAnotherLayout() throws Exception {
        String page = SmallReport.html("临渟县", 2025, 37);
        site.page("/index.html", listing("/1.html")).page("/1.html", page);
        source("all", "linjiang", "临渟县人民政府", "/index.html");
        Reviews reviews = Entries.read(
                home.resolve("reviews"),
                Entries.of(
                        site.url("/1.html"),
                        "全年新收行政复议案件37件，审结37件，组织执法人员培训12场次，覆盖860人次。",
                        "37件",
                        "occurrence: 1\nverdict: code\ncode: reconsideration.accepted"),
                Entries.of(
                        site.url("/1.html"),
                        "全年新收行政复议案件37件，审结37件，组织执法人员培训12场次，覆盖860人次",
                        "860人次",
                        "verdict: no_figure"));
        String figures =
                "SELECT raw, indicator_code, reviewed_by FROM mart_figure WHERE is_current AND reviewed_by IS NOT NULL";
        String keptBack = "SELECT DISTINCT reason FROM quarantine WHERE scope = 'figure'";

        NightOutcome first = night("all", NIGHT, reviews);

        assertThat(first.problems()).isEmpty();
        assertThat(Published.rows(home, figures)).containsExactly("37件|reconsideration.accepted|张三");
        assertThat(Published.rows(home, keptBack)).containsExactly("reviewed");
        assertThat(report(first).get("steps").toString()).contains("2 of 2 reviews applied");

        site.page(
                "/1.html",
                page.replace("<div class=\"content\">", "<div id=\"nav\">首页 政务公开</div><div class=\"TRS_Editor\">")
                        .replace("<p>一、主要工作和成效</p>", "<p>一、主要工作和成效</p><p>县委县政府高度重视，印发工作要点，层层压实责任。</p>")
                        .replace("案件37件，", "案件 <b>37</b> 件，"));
        NightOutcome second = night("all", NIGHT.plus(Duration.ofDays(1)), reviews);

        assertThat(second.problems()).isEmpty();
        assertThat(Published.rows(home, "SELECT max(version) FROM mart_document"))
                .containsExactly("2");
        assertThat(Published.rows(home, figures.replace("raw", "value::INTEGER")))
                .containsExactly("37|reconsideration.accepted|张三");
        assertThat(Published.rows(home, "SELECT outcome FROM fact_review")).containsExactly("applied", "applied");

        NightOutcome third = night("all", NIGHT.plus(Duration.ofDays(2)), reviews);

        assertThat(third.ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        NightOutcome without = night("all", NIGHT.plus(Duration.ofDays(3)));
        assertThat(without.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(Published.rows(home, figures)).isEmpty();
    }

    /** That both speak of one figure shows only beside the page. */
    @Test
    void publishesNothingWhereTwoReviewsOfOneFigureContradictEachOther() throws Exception {
        site.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("临渟县", 2025, 37));
        source("all", "linjiang", "临渟县人民政府", "/index.html");
        String byUrl = Entries.of(
                site.url("/1.html"), "全年新收行政复议案件37件，审结37件，组织执法人员培训12场次，覆盖860人次。", "860人次", "verdict: no_figure");
        String byName = byUrl.replace("url: \"" + site.url("/1.html") + "\"", "issuer: 临渟县人民政府, report_year: 2025")
                .replace("verdict: no_figure", "verdict: value\n  value: 861");
        Reviews reviews = Entries.read(home.resolve("reviews"), byUrl, byName);

        NightOutcome refused = night("all", NIGHT, reviews);

        assertThat(refused.ending()).isEqualTo(NightOutcome.Ending.BAD_INPUT);
        assertThat(refused.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("reviews/a.yml:1: raw: expected one review of one figure")
                        .contains("got another in reviews/a.yml:8"));
        assertThat(home.resolve("fazhi.duckdb")).doesNotExist();

        NightOutcome mended = night("all", NIGHT, Entries.read(home.resolve("reviews"), byUrl));

        assertThat(mended.problems()).isEmpty();
        assertThat(mended.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
    }

    private NightOutcome night(String jobs, Instant now) {
        return night(jobs, now, Reviews.NONE);
    }

    private NightOutcome night(String jobs, Instant now, Reviews reviews) {
        return NightRun.run(
                new NightPlan(
                                NightPlan.Kind.HARVEST,
                                home,
                                SourceRegistry.read(folder.resolve(jobs)),
                                Clock.fixed(now, ZoneOffset.UTC),
                                "test")
                        .reviewed(reviews),
                StepProgress.SILENT);
    }

    private JsonNode report(NightOutcome outcome) throws IOException {
        Path page = NightReport.page(home, outcome.nightId());
        assertThat(page).isRegularFile();
        String name = page.getFileName().toString().replace(".html", ".json");
        return JsonMapper.builder().build().readTree(Files.readString(page.resolveSibling(name)));
    }

    private void source(String jobs, String id, String publisher, String listing) throws IOException {
        SourceFile.write(folder.resolve(jobs), id, publisher, site.url(listing));
    }

    private static String listing(String... paths) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < paths.length; i++) {
            rows.append("<li><a href=\"%s\">%d年度法治政府建设年度报告</a><span>%d-01-2%d</span></li>"
                    .formatted(paths[i], 2022 + i, 2023 + i, i));
        }
        return "<html><head><title>年度报告</title></head><body><ul class=\"list\">" + rows + "</ul></body></html>";
    }
}
