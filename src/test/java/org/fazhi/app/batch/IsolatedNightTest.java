package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fazhi.harvest.fetch.HostileSite;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two good sources beside one whose pages hold what fits nowhere: the two are published as if there were no third. */
class IsolatedNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final String GENRE = "法治政府建设年度报告";
    private static final List<String> COMPARED = List.of(
            "mart_document", "mart_section", "mart_figure", "mart_observation", "mart_comparison", "mart_coverage");

    @TempDir
    static Path folder;

    private static HostileSite hostile;
    private static SmallSite good;
    private static NightOutcome outcome;
    private static NightOutcome alone;

    @BeforeAll
    static void harvest() throws Exception {
        good = new SmallSite();
        good.page("/a/index.html", row("1.html", "2024年" + GENRE) + row("2.html", "2025年" + GENRE))
                .page("/a/1.html", SmallReport.html("临渟县", 2024, 29))
                .page("/a/2.html", SmallReport.html("临渟县", 2025, 37))
                .page("/b/index.html", row("1.html", "2025年" + GENRE))
                .page("/b/1.html", SmallReport.html("五河口县", 2025, 41));
        hostile = new HostileSite();
        hostilePages();
        source("beside", "linjiang", "临渟县人民政府", "991102", good.url("/a/index.html"), "plain");
        source("beside", "wuhekou", "五河口县人民政府", "991103", good.url("/b/index.html"), "plain");
        source("alone", "linjiang", "临渟县人民政府", "991102", good.url("/a/index.html"), "plain");
        source("alone", "wuhekou", "五河口县人民政府", "991103", good.url("/b/index.html"), "plain");
        source(
                "beside",
                "hostile",
                "云沙县人民政府",
                "991121",
                hostile.url("/index.html").toString(),
                "plain");
        source(
                "beside",
                "hostile-form",
                "云沙县人民政府",
                "991121",
                hostile.url("/col/col5/index.html").toString(),
                "hanweb_xxgk");
        source(
                "beside",
                "hostile-json",
                "云沙县人民政府",
                "991121",
                hostile.url("/map.xml").toString(),
                "sitemap");
        outcome = night("beside");
        alone = night("alone");
    }

    private static void hostilePages() {
        String host = String.join(
                ".", IntStream.range(0, 6).mapToObj(i -> "a".repeat(61)).toList());
        List<String> rows = new ArrayList<>(List.of(
                row("http://" + host + "/1.html", "2023年" + GENRE),
                row("http://" + host + "/2.html", "关于召开2023年会议的公告与其他事项"),
                row("/" + "[".repeat(1_900), "2022年" + GENRE),
                row("/" + "x".repeat(60_000), "2021年" + GENRE),
                row("/title.html", "2020年" + GENRE + "的".repeat(20_000)),
                row("/tagged.html", "2019年" + GENRE),
                row("/moved.html", "2018年" + GENRE),
                row("/growing.html", "2017年" + GENRE),
                row("/cookie.html", "2016年" + GENRE)));
        String tag = "ETag: \"" + "e".repeat(5_000) + "\"";
        String date = "Last-Modified: " + "M".repeat(250);
        hostile.on("/index.html", HostileSite.says(200, String.join("\n", rows), tag, date))
                .on("/tagged.html", HostileSite.says(200, SmallReport.html("云沙县", 2019, 7), tag, date))
                .on("/title.html", HostileSite.says(404, "<p>没有</p>"))
                .on("/moved.html", HostileSite.says(302, "", "Location: /" + "l".repeat(6_000)))
                .on(
                        "/cookie.html",
                        HostileSite.says(
                                200, SmallReport.html("云沙县", 2016, 7), "Set-Cookie: " + "c".repeat(5_000) + "=1"));
        String step = "s".repeat(450) + "/";
        String path = "/growing.html";
        for (int i = 0; i < 6; i++) {
            hostile.on(path, HostileSite.says(302, "", "Location: " + step + "next.html"));
            path = "/" + step.repeat(i + 1) + "next.html";
        }
        hostile.on(
                "/col/col5/index.html",
                HostileSite.says(
                        200,
                        "<html><body><form><input type=\"hidden\" name=\"vc_title\" value=\"" + "v".repeat(9_000)
                                + "\"></form><script>var u = '/module/xxgk/search.jsp?area=1';</script></body></html>"));
        hostile.on(
                "/map.xml",
                HostileSite.says(
                        200,
                        "<?xml version=\"1.0\"?><urlset>" + entry("/" + "u".repeat(3_000), "2015年" + GENRE)
                                + entry("/gone.html", "2014年" + GENRE + "&#xD83D;") + "</urlset>"));
    }

    private static String entry(String path, String title) {
        return "<url><loc>" + hostile.url(path) + "</loc><display><title>" + title
                + "</title></display><lastmod>2016-01-01</lastmod></url>";
    }

    @AfterAll
    static void close() throws IOException {
        hostile.close();
        good.close();
    }

    @Test
    void publishesWithoutAnyFailedItem() {
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(outcome.failed()).as(outcome.notes().toString()).isEmpty();
    }

    @Test
    void publishesOfTheOthersWhatIsPublishedWithoutTheHostileSource() throws Exception {
        assertThat(alone.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        for (String mart : COMPARED) {
            List<String> columns = Published.rows(
                    home("alone"),
                    "SELECT column_name FROM duckdb_columns() WHERE table_name = '" + mart + "' ORDER BY column_index");
            String own = columns.contains("source_id")
                    ? " WHERE source_id IN ('linjiang', 'wuhekou')"
                    : columns.contains("document_id")
                            ? " WHERE document_id IN (SELECT document_id FROM mart_document"
                                    + " WHERE source_id IN ('linjiang', 'wuhekou'))"
                            : " WHERE region_code IN ('991102', '991103')";
            String sql = "SELECT " + String.join(", ", columns) + " FROM " + mart + own + " ORDER BY ALL";
            assertThat(Published.rows(home("beside"), sql)).as(mart).isEqualTo(Published.rows(home("alone"), sql));
        }
        assertThat(Published.rows(home("beside"), "SELECT count(*) FROM mart_document WHERE region_code <> '991121'"))
                .containsExactly("3");
    }

    @Test
    void namesEachAddressThatIsTooLong() throws Exception {
        assertThat(Published.rows(
                        home("beside"),
                        "SELECT report_year, length(url) <= 2000 FROM fact_untaken_link WHERE reason = 'too_long'"
                                + " AND report_year IS NOT NULL ORDER BY ALL"))
                .containsExactly("2015|true", "2021|true", "2022|true", "2023|true");
        assertThat(Published.rows(
                        home("beside"),
                        "SELECT report_year, state FROM fact_link WHERE source_id = 'hostile' ORDER BY ALL"))
                .containsExactly("2016|fetched", "2017|failed", "2018|failed", "2019|fetched", "2020|gone");
        assertThat(Published.rows(
                        home("beside"),
                        "SELECT DISTINCT reason FROM fact_fetch WHERE kind = 'document' AND state = 'failed'"))
                .containsExactly("redirect without an address that can be asked");
    }

    @Test
    void saysOfAFormThatIsTooLongThatItWasNotSent() throws Exception {
        assertThat(Published.rows(home("beside"), "SELECT ended_as FROM fact_listing WHERE source_id = 'hostile-form'"))
                .containsExactly("too_long");
    }

    private static NightOutcome night(String jobs) {
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        home(jobs),
                        SourceRegistry.read(folder.resolve(jobs), clock),
                        clock,
                        "test"),
                StepProgress.SILENT);
    }

    private static Path home(String jobs) {
        return folder.resolve("home-" + jobs);
    }

    private static String row(String href, String title) {
        return "<li><a href=\"" + href + "\">" + title + "</a><span>2026-01-20</span></li>";
    }

    private static void source(String jobs, String id, String publisher, String region, String listing, String cms)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve(jobs)).resolve(id + ".yml");
        Files.writeString(file, """
                id: %s
                publisher: %s
                region: %s
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: %s
                    cms: %s
                since: 2014
                delay: 0s
                allow_private_addresses: true
                """.formatted(id, publisher, region, listing, cms));
    }
}
