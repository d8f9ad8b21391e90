package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.HostResolver;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights over listings that cannot be seen, over real HTTP: nothing of theirs is missing, and the first night tells. */
class UnseenNightTest {

    private static final Instant FIRST = Instant.parse("2026-11-22T18:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-23T18:30:00Z");
    private static final Instant THIRD = Instant.parse("2026-11-24T18:30:00Z");

    /** 2 April 2027 in China: reports on 2026 are due since yesterday. */
    private static final Instant DAY_AFTER_DUE = Instant.parse("2027-04-01T18:30:00Z");

    /** A report of one body is had for every source of that body, so that each is another's. */
    private static final Map<String, String> BODIES = Map.of(
            "wall", "991221 松陂县",
            "shell", "991281 临岚市",
            "typo", "992121 沂岭县",
            "endless", "992221 石樵县",
            "named", "992281 沙棠市",
            "dead", "993121 鹭汀县",
            "steady", "993221 锦屿县",
            "news", "993222 枕川县",
            "paged", "991102 柏溪区");

    private static final String SHELL =
            "<html><head><title>年度报告</title></head><body><div id=\"app\"></div><script src=\"/app.js\"></script></body></html>";

    @TempDir
    Path folder;

    private SmallSite site;
    private SmallSite steady;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        steady = new SmallSite();
        home = folder.resolve("home");
    }

    @AfterEach
    void stop() {
        site.close();
        steady.close();
    }

    /** A source beside that is always seen: a home without a document is not published. */
    private void publishAnother() throws IOException {
        steady.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("锦屿县", 2023, 39));
        source("steady", "listings:\n  - url: " + steady.url("/index.html"));
    }

    @Test
    void missesNothingOfWhatItCannotSeeAndTellsOnTheFirstNight() throws Exception {
        SmallSite dead = new SmallSite();
        source("dead", "listings:\n  - url: " + dead.url("/index.html"));
        dead.close();
        site.page("/seen.html", listing("/seen/1.html"))
                .page("/seen/1.html", SmallReport.html("栖川县", 2023, 37))
                .wall("/wall.html", 412, SHELL)
                .page("/shell.html", SHELL)
                .page("/named/1.html", SmallReport.html("沙棠市", 2023, 38))
                .page("/named/2.html", "<html><head><title>x</title></head><body><p>本栏目内容正在整理。</p></body></html>");
        endless();
        source("seen", "listings:\n  - url: " + site.url("/seen.html"));
        source("wall", "listings:\n  - url: " + site.url("/wall.html"));
        source("shell", "listings:\n  - url: " + site.url("/shell.html"));
        source("typo", "listings:\n  - url: " + site.url("/indx.html"));
        source("endless", "listings:\n  - url: " + site.url("/endless/0.html"));
        site.page(
                "/news.html", "<ul><li><a href=\"/news/1.html\">枕川县召开秋季农业生产现场会议</a><span>2026-10-11</span></li></ul>");
        source("news", "listings:\n  - url: " + site.url("/news.html"));
        site.page("/paged.html", listing("/seen/1.html") + "<div class=\"more\">加载更多</div>");
        source("paged", "listings:\n  - url: " + site.url("/paged.html"));
        source("named", "documents:\n  - " + site.url("/named/1.html") + "\n  - " + site.url("/named/2.html"));

        NightOutcome first = night(FIRST);

        assertThat(first.problems()).isEmpty();
        assertThat(first.ending()).as("exit code 0").isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(coverage())
                .containsExactly(
                        "dead|2023|unseen|failed",
                        "dead|2024|unseen|failed",
                        "dead|2025|unseen|failed",
                        "endless|2023|unseen|bound",
                        "endless|2024|unseen|bound",
                        "endless|2025|unseen|bound",
                        "named|2023|published|null",
                        "named|2024|unseen|no_listing",
                        "named|2025|unseen|no_listing",
                        "news|2023|unseen|begins_later",
                        "news|2024|unseen|begins_later",
                        "news|2025|unseen|begins_later",
                        "paged|2023|unseen|pager_unknown",
                        "paged|2024|unseen|pager_unknown",
                        "paged|2025|unseen|pager_unknown",
                        "seen|2023|published|null",
                        "seen|2024|missing|null",
                        "seen|2025|missing|null",
                        "shell|2023|unseen|no_rows",
                        "shell|2024|unseen|no_rows",
                        "shell|2025|unseen|no_rows",
                        "typo|2023|unseen|gone",
                        "typo|2024|unseen|gone",
                        "typo|2025|unseen|gone",
                        "wall|2023|unseen|blocked",
                        "wall|2024|unseen|blocked",
                        "wall|2025|unseen|blocked");
        assertThat(Published.rows(
                        home,
                        "SELECT listing_url, listing_walked_at, listing_row_count, listing_oldest_date FROM mart_coverage"
                                + " WHERE source_id = 'seen' AND report_year = 2024"))
                .containsExactly(site.url("/seen.html") + "|2026-11-22 18:30:00.0|1|2024-01-20");
        assertThat(
                        Published.rows(
                                home,
                                "SELECT DISTINCT last_tried_at FROM mart_coverage WHERE state = 'unseen' AND source_id <> 'named'"))
                .containsExactly("2026-11-22 18:30:00.0");
        assertThat(
                        Published.rows(
                                home,
                                "SELECT DISTINCT unread_reason IS NOT NULL FROM mart_coverage WHERE unseen_reason = 'no_listing'"))
                .containsExactly("true");
        assertThat(Published.rows(home, "SELECT severity, row_count FROM audit_finding WHERE audit = 'unseen_source'"))
                .containsExactly("warning|8");
        assertThat(Published.rows(home, "SELECT page_count FROM fact_listing WHERE source_id = 'endless'"))
                .containsExactly(Integer.toString(ListingWalk.MOST_PAGES));
        JsonNode unseen = report(first).get("unseen");
        assertThat(unseen.get("count").asInt()).isEqualTo(7);
        assertThat(unseen.get("sources").valueStream().map(JsonNode::asString))
                .containsExactly("dead", "endless", "named", "paged", "shell");
        assertThat(UnseenSources.read(home).orElseThrow().examples())
                .isEqualTo(
                        "1 blocked, 1 bound, 1 failed, 1 gone, 1 no_listing, 1 no_rows, 1 pager_unknown: dead, endless, named,"
                                + " paged, shell, …");
        assertThat(unseen.get("reasons").get("no_listing").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatIsRightWhenTheListingComesBackAndKeepsWhatItSawWhenItGoesAgain() throws Exception {
        publishAnother();
        source("back", "listings:\n  - url: " + site.url("/index.html"));
        int port = site.port();
        site.close();
        night(FIRST);
        assertThat(coverage())
                .containsExactly("back|2023|unseen|failed", "back|2024|unseen|failed", "back|2025|unseen|failed");

        site = new SmallSite(port);
        site.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("栖川县", 2023, 37));
        assertThat(night(SECOND).ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(coverage())
                .containsExactly("back|2023|published|null", "back|2024|missing|null", "back|2025|missing|null");
        assertThat(UnseenSources.read(home).orElseThrow().examples()).isEmpty();

        site.page("/index.html", SHELL);
        night(THIRD);
        assertThat(coverage())
                .containsExactly("back|2023|published|null", "back|2024|missing|null", "back|2025|missing|null");
        assertThat(evidence(2025)).isEqualTo("2026-11-23 18:30:00.0");

        night(DAY_AFTER_DUE);
        assertThat(coverage())
                .containsExactly(
                        "back|2023|published|null",
                        "back|2024|missing|null",
                        "back|2025|missing|null",
                        "back|2026|unseen|no_rows");

        site.page("/index.html", listing("/1.html"));
        night(DAY_AFTER_DUE.plusSeconds(86_400));
        assertThat(coverage())
                .containsExactly(
                        "back|2023|published|null",
                        "back|2024|missing|null",
                        "back|2025|missing|null",
                        "back|2026|missing|null");
        assertThat(evidence(2026)).isEqualTo("2027-04-02 18:30:00.0");
    }

    @Test
    void knowsOfTheWalksWithoutASocketAndForgetsThoseOfASlipOfThePen() throws Exception {
        site.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("栖川县", 2023, 37));
        publishAnother();
        source("one", "listings:\n  - url: " + site.url("/indx.html") + "\ndocuments:\n  - " + site.url("/non.html"));
        night(FIRST);
        assertThat(coverage()).containsExactly("one|2023|unseen|gone", "one|2024|unseen|gone", "one|2025|unseen|gone");

        source("one", "listings:\n  - url: " + site.url("/index.html"));
        night(NightPlan.Kind.REPROCESS, SECOND);
        assertThat(coverage())
                .containsExactly(
                        "one|2023|unseen|not_walked", "one|2024|unseen|not_walked", "one|2025|unseen|not_walked");

        night(SECOND);
        night(NightPlan.Kind.REPROCESS, THIRD);
        assertThat(coverage())
                .containsExactly("one|2023|published|null", "one|2024|missing|null", "one|2025|missing|null");
        assertThat(evidence(2024)).isEqualTo("2026-11-23 18:30:00.0");
    }

    /** Rows whose titles are not the genre's: of no year at all, of a year, of none but with a date, and surely another thing. */
    @Test
    void missesNothingThatARowUnderAnotherNameMayBeAndNamesTheRow() throws Exception {
        site.page(
                "/index.html",
                "<ul><li><a href=\"/1.html\">栖川县2025年度全面依法治县工作情况</a><span>2026-01-20</span></li>"
                        + "<li><a href=\"/2.html\">法治工作总结（政府办公室）</a><span>2025-02-20</span></li>"
                        + "<li><a href=\"/3.html\">栖川县2023年法治宣传教育工作总结</a><span>2023-12-20</span></li></ul>");
        publishAnother();
        source("one", "listings:\n  - url: " + site.url("/index.html"));
        night(FIRST);
        assertThat(coverage())
                .containsExactly(
                        "one|2023|missing|null", "one|2024|unseen|row_not_taken", "one|2025|unseen|row_not_taken");
        assertThat(Published.rows(
                        home,
                        "SELECT untaken_title, untaken_url FROM mart_coverage WHERE source_id = 'one' AND report_year > 2023"
                                + " ORDER BY report_year"))
                .containsExactly("法治工作总结（政府办公室）|" + site.url("/2.html"), "栖川县2025年度全面依法治县工作情况|" + site.url("/1.html"));
        assertThat(Published.rows(
                        home, "SELECT url, report_year, listed_on, reason FROM fact_untaken_link ORDER BY url"))
                .containsExactly(
                        site.url("/1.html") + "|2025|2026-01-20|title_pattern",
                        site.url("/2.html") + "|null|2025-02-20|title_pattern");

        site.page("/other.html", listing("/9.html"));
        source("one", "listings:\n  - url: " + site.url("/other.html"));
        night(SECOND);
        assertThat(coverage())
                .as("rows of a listing that was taken off say nothing")
                .contains("one|2024|missing|null", "one|2025|missing|null");

        source("one", "title: 依法治县.*工作情况\nlistings:\n  - url: " + site.url("/index.html"));
        night(THIRD);
        assertThat(coverage()).as("by the remedy").contains("one|2024|unseen|row_not_taken", "one|2025|gone|null");
    }

    /** Twelve rows of 2026 under one of 2019: nothing says that rows of the years between would be there. */
    @Test
    void doesNotTakeAPinnedRowForTheReachOfAListing() throws Exception {
        StringBuilder rows =
                new StringBuilder("<ul><li><a href=\"/pinned.html\">枕川县人民政府工作规则</a><span>2019-05-06</span></li>");
        for (int month = 10; month > 4; month--) {
            rows.append("<li><a href=\"/")
                    .append(month)
                    .append(".html\">枕川县召开农业生产现场会议第")
                    .append(month)
                    .append("期</a><span>2026-")
                    .append(month < 10 ? "0" : "")
                    .append(month)
                    .append("-11</span></li>");
        }
        site.page("/news.html", rows + "</ul>");
        site.page("/old.html", rows + "<li><a href=\"/old.html\">枕川县人民政府公告</a><span>2022-05-06</span></li></ul>");
        source("news", "listings:\n  - url: " + site.url("/news.html"));
        source("old", "listings:\n  - url: " + site.url("/old.html"));
        publishAnother();
        night(FIRST);
        assertThat(coverage())
                .containsExactly(
                        "news|2023|unseen|begins_later",
                        "news|2024|unseen|begins_later",
                        "news|2025|unseen|begins_later",
                        "old|2023|missing|null",
                        "old|2024|missing|null",
                        "old|2025|missing|null");
        assertThat(Published.rows(
                        home, "SELECT oldest_date FROM fact_listing WHERE source_id <> 'steady' ORDER BY source_id"))
                .containsExactly("2026-05-11", "2022-05-06");
    }

    private String evidence(int year) throws Exception {
        return Published.rows(
                        home,
                        "SELECT listing_walked_at FROM mart_coverage WHERE source_id <> 'steady' AND report_year = "
                                + year)
                .get(0);
    }

    private List<String> coverage() throws Exception {
        return Published.rows(
                home,
                "SELECT source_id, report_year, state, unseen_reason FROM mart_coverage WHERE source_id <> 'steady'"
                        + " ORDER BY source_id, report_year");
    }

    /** A row a page, and always a next page. */
    private void endless() {
        for (int i = 0; i <= ListingWalk.MOST_PAGES + 2; i++) {
            site.page(
                    "/endless/" + i + ".html",
                    "<ul><li><a href=\"/endless/row" + i + ".html\">栖川县第" + i
                            + "号政务公开事项</a><span>2026-01-05</span></li>" + "</ul><a href=\"/endless/" + (i + 1)
                            + ".html\">下一页</a>");
        }
    }

    private static String listing(String path) {
        return "<html><head><title>年度报告</title></head><body><ul class=\"list\"><li><a href=\"" + path
                + "\">2023年度法治政府建设年度报告</a><span>2024-01-20</span></li></ul></body></html>";
    }

    private void source(String id, String places) throws IOException {
        String[] body = BODIES.getOrDefault(id, "991121 栖川县").split(" ");
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(jobs.resolve(id + ".yml"), """
                id: %s
                publisher: %s人民政府
                region: %s
                issuer_kind: government
                report_kind: rule_of_law
                since: 2023
                delay: 0s
                allow_private_addresses: true
                %s
                """.formatted(id, body[1], body[0], places));
    }

    private NightOutcome night(Instant now) {
        return night(NightPlan.Kind.HARVEST, now);
    }

    private NightOutcome night(NightPlan.Kind kind, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Fetcher.Surroundings surroundings =
                new Fetcher.Surroundings(clock, pause -> {}, HostResolver.system(), new Random(1));
        return NightRun.run(
                new NightPlan(kind, home, SourceRegistry.read(folder.resolve("jobs"), clock), clock, "test"),
                new FetchConditions(FetchSettings.of(Optional.empty()), surroundings),
                StepProgress.SILENT);
    }

    private JsonNode report(NightOutcome outcome) throws IOException {
        Path page = NightReport.page(home, outcome.nightId());
        String name = page.getFileName().toString().replace(".html", ".json");
        return JsonMapper.builder().build().readTree(Files.readString(page.resolveSibling(name)));
    }
}
