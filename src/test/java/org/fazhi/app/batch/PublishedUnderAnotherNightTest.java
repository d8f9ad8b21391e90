package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.HostResolver;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nights over reports that were published, each in a shape that hides it: posted by the office that wrote it, behind an address
 * that other rows share, under another title, on the page of the column itself, or in a corrected edition.
 */
class PublishedUnderAnotherNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    private static final String COUNTY = "991121 栖川县人民政府 government";

    /** Reaches back before the days reports were due. */
    private static final String OLD_ROW = "<li><a href=\"/old.html\">栖川县农业生产现场会议</a><span>2023-05-06</span></li>";

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        home = folder.resolve("home");
        // A home without a document is not published.
        site.page("/steady.html", list(row("/steady1.html", "锦屿县2024年度法治政府建设年度报告", "2025-01-20")))
                .page("/steady1.html", SmallReport.html("锦屿县", 2024, 39));
        source("steady", "993221 锦屿县人民政府 government", "/steady.html");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    /** The report on a place is its government's, whoever drafts, signs or posts it; of a bureau's only where it names it. */
    @ParameterizedTest
    @CsvSource({
        "栖川县2025年法治政府建设年度报告, 栖川县司法局, '2025年，栖川县扎实推进法治政府建设。', published",
        "关于栖川县2025年法治政府建设情况的报告, 栖川县司法局, '现将有关情况报告如下。', published",
        "栖川县2025年法治政府建设年度报告, 中共栖川县委全面依法治县委员会办公室, '2025年，各项工作扎实推进。', published",
        "栖川县2025年法治政府建设年度报告, 栖川县法治政府建设工作领导小组办公室, '2025年，各项工作扎实推进。', published",
        "栖川县2025年法治政府建设年度报告, '', '栖川县委全面依法治县委员会办公室统筹推进各项工作。', published",
        "栖川县2025年法治政府建设年度报告, '', '沙棠市人民政府：2025年，各项工作扎实推进。', published",
        "中共栖川县委 栖川县人民政府2025年法治政府建设年度报告, 栖川县司法局, '2025年，各项工作扎实推进。', published",
        "栖川县2025年法治政府建设年度报告, 栖川县司法局, '2025年，栖川县司法局认真履行职责。', body_unknown",
        "栖川县司法局2025年法治政府建设年度报告, 栖川县司法局, '2025年，各项工作扎实推进。', missing"
    })
    void givesTheReportOnAPlaceToItsGovernment(String title, String office, String opening, String told)
            throws Exception {
        site.page("/index.html", list(row("/1.html", title, "2026-01-20"), OLD_ROW))
                .page("/1.html", report(title, office, opening));
        source("county", COUNTY, "/index.html");
        night();
        assertThat(coverage("county", 2025)).isEqualTo(told);
    }

    /** The city's report on the page of its bureau is no report of the bureau's. */
    @Test
    void givesABureauNothingOfTheReportOnItsPlace() throws Exception {
        String title = "沙棠市2025年法治政府建设年度报告";
        site.page("/index.html", list(row("/1.html", title, "2026-01-20"), OLD_ROW))
                .page("/1.html", report(title, "沙棠市司法局", "2025年，各项工作扎实推进。"));
        source("bureau", "992281 沙棠市司法局 bureau", "/index.html");
        night();
        assertThat(coverage("bureau", 2025)).isEqualTo("missing");
        assertThat(Published.rows(home, "SELECT DISTINCT issuer_name FROM mart_observation WHERE report_year = 2025"))
                .containsExactly("沙棠市人民政府");
    }

    /** A page that a script fills by what stands behind #: each row is seen, and none can be had. */
    @Test
    void missesNoYearWhoseRowSharesItsAddressWithAnother() throws Exception {
        site.page(
                        "/app.html",
                        list(
                                row("/detail.html#/art/12", "栖川县2025年法治政府建设年度报告", "2026-01-20"),
                                row("/detail.html#/art/11", "栖川县2024年法治政府建设年度报告", "2025-01-20"),
                                OLD_ROW))
                .page("/detail.html", "<html><body><div id=\"app\"></div></body></html>")
                .page(
                        "/route.html",
                        list(
                                row("#/art/12", "临岚市2025年法治政府建设年度报告", "2026-01-20"),
                                row("#/art/11", "临岚市2024年法治政府建设年度报告", "2025-01-20"),
                                OLD_ROW))
                .page(
                        "/anchors.html",
                        list(
                                row("/ndbg.html#n2025", "沂岭县2025年法治政府建设年度报告", "2026-01-20"),
                                row("/ndbg.html#n2024", "沂岭县2024年法治政府建设年度报告", "2025-01-20"),
                                OLD_ROW))
                .page("/ndbg.html", SmallReport.html("沂岭县", 2024, 41))
                .page(
                        "/notice.html",
                        list(
                                row("/show.html#/1", "关于报送2025年度有关材料的通知", "2026-01-22"),
                                row("/show.html#/2", "石樵县2025年法治政府建设年度报告", "2026-01-20"),
                                row("/show.html#/3", "石樵县2025年法治政府建设年度报告解读", "2026-01-21"),
                                OLD_ROW))
                .page("/show.html", SmallReport.html("石樵县", 2025, 42))
                .page(
                        "/twice.html",
                        list(
                                row("/2025.html", "法治政府建设年度报告", ""),
                                row("/2025.html", "鹭汀县2025年法治政府建设年度报告", "2026-01-20"),
                                OLD_ROW))
                .page("/2025.html", SmallReport.html("鹭汀县", 2025, 43));
        source("app", COUNTY, "/app.html");
        source("route", "991281 临岚市人民政府 government", "/route.html");
        source("anchors", "992121 沂岭县人民政府 government", "/anchors.html");
        source("notice", "992221 石樵县人民政府 government", "/notice.html");
        source("twice", "993121 鹭汀县人民政府 government", "/twice.html");
        night();
        assertThat(coverage("app", 2025)).isEqualTo("unread");
        assertThat(coverage("app", 2024)).isEqualTo("row_not_taken");
        assertThat(coverage("route", 2025)).isEqualTo("row_not_taken");
        assertThat(coverage("route", 2024)).isEqualTo("row_not_taken");
        assertThat(coverage("anchors", 2025)).isEqualTo("row_not_taken");
        assertThat(coverage("anchors", 2024)).isEqualTo("published");
        assertThat(coverage("notice", 2025)).isEqualTo("published");
        assertThat(coverage("notice", 2024)).isEqualTo("missing");
        assertThat(coverage("twice", 2025)).isEqualTo("published");
        assertThat(coverage("twice", 2024)).isEqualTo("missing");
        assertThat(site.asked().stream().filter("/detail.html"::equals)).hasSize(1);
    }

    /** In a column that is called what the reports are called, rows need not say it again. */
    @ParameterizedTest
    @CsvSource({
        "h1, 法治政府建设年度报告, published",
        "title, 法治政府建设年度报告, published",
        "p, 当前位置：<a href='/'>首页</a> &gt; 政务公开 &gt; 法治政府建设年度报告, published",
        "h1, 政府信息公开年度报告, missing",
        "h1, 法治政府建设, missing"
    })
    void takesABareRowInAColumnOfTheGenre(String element, String name, String told) throws Exception {
        site.page(
                        "/index.html",
                        "<html><" + element + ">" + name + "</" + element + ">"
                                + "<ul class=\"list\">" + row("/1.html", "2025年度报告", "2026-01-20")
                                + row("/2.html", "2024年", "2025-01-20") + OLD_ROW + "</ul></body></html>")
                .page("/1.html", SmallReport.html("栖川县", 2025, 37))
                .page("/2.html", SmallReport.html("栖川县", 2024, 38));
        source("county", COUNTY, "/index.html");
        night();
        assertThat(coverage("county", 2025)).isEqualTo(told);
        assertThat(coverage("county", 2024)).isEqualTo(told);
    }

    /** A title of the genre that is joined to another thing's, and one that names the genre in brackets. */
    @ParameterizedTest
    @CsvSource({
        "栖川县2025年法治政府建设与示范创建工作情况的报告, published",
        "2025年度工作报告（法治政府建设）, row_not_taken",
        "栖川县2025年法治政府示范创建工作情况的报告, missing"
    })
    void missesNothingThatIsJoinedToAnotherThing(String title, String told) throws Exception {
        site.page("/index.html", list(row("/1.html", title, "2026-01-20"), OLD_ROW))
                .page("/1.html", SmallReport.html("栖川县", 2025, 37));
        source("county", COUNTY, "/index.html");
        night();
        assertThat(coverage("county", 2025)).isEqualTo(told);
    }

    /** The column is the report itself, beside the newest of other columns. */
    @Test
    void takesAColumnThatIsTheReport() throws Exception {
        String news = "<div class=\"side\"><h3>最新信息</h3><ul>" + row("/9.html", "栖川县召开秋季农业生产现场会议", "2026-10-11")
                + OLD_ROW + "</ul></div></body>";
        site.page("/report.html", SmallReport.html("栖川县", 2025, 37).replace("</body>", news))
                .page(
                        "/list.html",
                        "<html><body><h1>2025年法治政府建设年度报告</h1><ul>" + row("/1.html", "临岚市2023年法治政府建设年度报告", "2024-01-20")
                                + OLD_ROW + "</ul></body></html>");
        source("report", COUNTY, "/report.html");
        source("list", "991281 临岚市人民政府 government", "/list.html");
        night();
        assertThat(coverage("report", 2025)).isEqualTo("published");
        assertThat(coverage("report", 2024)).isEqualTo("missing");
        assertThat(coverage("list", 2025)).isEqualTo("missing");
    }

    /** The date of a corrected edition, or of one that was put up anew, is not the day on which the report was published. */
    @ParameterizedTest
    @CsvSource({
        "栖川县2025年法治政府建设年度报告, '', late, 2026-06-06",
        "栖川县2025年法治政府建设年度报告（更正版）, '', published, 2026-06-06",
        "栖川县2025年法治政府建设年度报告(修订版), '', published, 2026-06-06",
        "栖川县2025年法治政府建设年度报告, 本报告已于2026年1月20日公开，因网站改版重新发布。, published, 2026-01-20",
        "栖川县2025年法治政府建设年度报告, 本报告因网站改版重新发布。, published, 2026-06-06",
        "栖川县2025年法治政府建设年度报告, 《栖川县养犬管理办法》已于2026年1月20日公布，重新修订后施行。, late, 2026-06-06"
    })
    void callsNothingLateByACorrectedEdition(String title, String note, String told, String day) throws Exception {
        site.page("/index.html", list(row("/1.html", title, "2026-06-06"), OLD_ROW))
                .page(
                        "/1.html",
                        SmallReport.html("栖川县", 2025, 37)
                                .replaceAll("栖川县2025年度法治政府建设年度报告", title)
                                .replace("2026-01-20", "2026-06-06")
                                .replace("2026年1月20日", "2026年6月6日")
                                .replace("<div class=\"content\">", "<div class=\"content\"><p>" + note + "</p>"));
        source("county", COUNTY, "/index.html");
        night();
        assertThat(coverage("county", 2025)).isEqualTo(told);
        assertThat(Published.rows(
                        home,
                        "SELECT published_date FROM mart_coverage WHERE source_id = 'county' AND report_year = 2025"))
                .containsExactly(day);
    }

    private static String report(String title, String office, String opening) {
        String signed = office.isEmpty() ? "" : "<p style=\"text-align:right\">" + office + "</p>";
        return """
                <html><head><title>%1$s</title></head><body><h1>%1$s</h1><p>发布时间：2026-01-20　来源：%3$s</p>
                <div class="content">
                <p>%2$s</p>
                <p>一、主要工作和成效</p>
                <p>全年新收行政复议案件37件，审结37件，组织执法人员培训12场次，覆盖860人次。</p>
                <p>二、存在的问题</p>
                <p>基层执法力量还不够均衡，普法方式有待丰富。</p>
                <p>三、下一步打算</p>
                <p>来年将继续加强行政执法监督，健全工作机制。</p>
                %4$s<p style="text-align:right">2026年1月20日</p>
                </div></body></html>
                """.formatted(title, opening, office, signed);
    }

    private static String row(String address, String title, String date) {
        return "<li><a href=\"" + address + "\">" + title + "</a><span>" + date + "</span></li>";
    }

    private static String list(String... rows) {
        return "<html><head><title>政务公开</title></head><body><ul class=\"list\">" + String.join("", rows)
                + "</ul></body></html>";
    }

    /** @param body region, publisher and kind */
    private void source(String id, String body, String listing) throws IOException {
        String[] parts = body.split(" ");
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(
                jobs.resolve(id + ".yml"), """
                id: %s
                region: %s
                publisher: %s
                issuer_kind: %s
                report_kind: rule_of_law
                since: 2024
                delay: 0s
                allow_private_addresses: true
                listings:
                  - url: %s
                """.formatted(id, parts[0], parts[1], parts[2], site.url(listing)));
    }

    /** The state of a year, or why it is unseen. */
    private String coverage(String source, int year) throws Exception {
        return Published.rows(
                        home,
                        "SELECT coalesce(unseen_reason, state) FROM mart_coverage WHERE source_id = '" + source
                                + "' AND report_year = " + year)
                .get(0);
    }

    private void night() {
        Clock clock = Clock.fixed(NIGHT, ZoneOffset.UTC);
        Fetcher.Surroundings surroundings =
                new Fetcher.Surroundings(clock, pause -> {}, HostResolver.system(), new Random(1));
        NightOutcome outcome = NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        home,
                        SourceRegistry.read(folder.resolve("jobs"), clock),
                        clock,
                        "test"),
                new FetchConditions(FetchSettings.of(Optional.empty()), surroundings),
                StepProgress.SILENT);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
    }
}
