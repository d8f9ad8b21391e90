package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over a site whose reports stand in frames, on several pages, in the state of a script and in pictures. */
class SplitReportNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    private static final String OPENING =
            "<p>一、主要做法和成效</p><p>全年新收行政复议案件%d件，办结57件，纠正不当行政行为9件，组织行政执法人员轮训4期，培训执法骨干320人次。</p>";

    private static final String MIDDLE = "<p>二、存在的不足</p><p>基层执法力量仍然偏弱，个别乡镇的合法性审核走了过场，抽查执法案卷%d份，发现问题案卷5份。</p>";

    private static final String END = "<p>三、下一步安排</p><p>继续压实各单位主要负责同志推进法治建设的责任，把任务逐项分解到人，按季度通报进度。</p>";

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        home = folder.resolve("home");
        StringBuilder rows = new StringBuilder();
        for (int year = 2021; year <= 2025; year++) {
            rows.append("<li><a href=\"/%1$d.html\">%1$d年度法治政府建设年度报告</a><span>%2$d-01-21</span></li>"
                    .formatted(year, year + 1));
        }
        site.page("/index.html", "<html><head><title>年度报告</title></head><body><ul>" + rows + "</ul></body></html>")
                .page("/2025.html", page(2025, "<iframe src=\"nr/W25.html\"></iframe>"))
                .page(
                        "/nr/W25.html",
                        "<html><body>" + OPENING.formatted(65) + MIDDLE.formatted(155) + END
                                + "<iframe src=\"W26.html\"></iframe></body></html>")
                .page("/2024.html", part(2024, 0, OPENING.formatted(64)))
                .page("/2024_1.html", part(2024, 1, MIDDLE.formatted(154)))
                .page("/2023.html", part(2023, 0, OPENING.formatted(63)))
                .page("/2023_1.html", part(2023, 1, MIDDLE.formatted(153)))
                .page("/2023_2.html", part(2023, 2, END))
                .page(
                        "/2022.html",
                        page(
                                2022,
                                "<div id=\"app\"></div><script>window.__INITIAL_STATE__={\"content\":\""
                                        + OPENING.formatted(62) + MIDDLE.formatted(152) + END + "\"}</script>"))
                .page("/2021.html", page(2021, "<div id=\"zoom\"><img src=\"1.jpg\"><img src=\"2.jpg\"></div>"));
        SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void whatStandsElsewhereIsReadAndWhatLacksAPartIsNotPublished() throws Exception {
        NightOutcome outcome = night(NightPlan.Kind.HARVEST, 0);

        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(site.asked())
                .containsOnlyOnce("/nr/W25.html", "/2024_1.html", "/2024_2.html", "/2023_1.html", "/2023_2.html")
                .doesNotContain("/nr/W26.html", "/1.jpg");
        assertThat(documents())
                .containsExactly(
                        "2022|" + site.url("/2022.html"),
                        "2023|" + site.url("/2023.html"),
                        "2025|" + site.url("/nr/W25.html"));
        assertThat(figures(2023)).contains("63件", "153份");
        assertThat(Published.rows(home, "SELECT text FROM mart_document WHERE report_year = 2023")
                        .get(0))
                .contains("三、下一步安排");
        assertThat(Published.rows(
                        home,
                        "SELECT report_year, state, unread_reason FROM mart_coverage WHERE report_year IN (2021, 2024)"
                                + " ORDER BY report_year"))
                .containsExactly("2021|unread|needs_ocr", "2024|unread|more_pages");

        assertThat(night(NightPlan.Kind.REPROCESS, 1).ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(documents()).hasSize(3);
    }

    @Test
    void theWholeIsReadOnceTheLackingPartIsThereAndAgainWhenAPartIsAnother() throws Exception {
        night(NightPlan.Kind.HARVEST, 0);
        site.page("/2024_2.html", part(2024, 2, END));

        night(NightPlan.Kind.HARVEST, 60);
        night(NightPlan.Kind.HARVEST, 61);

        assertThat(figures(2024)).contains("64件", "154份");

        site.page("/2024_1.html", part(2024, 1, MIDDLE.formatted(159)));
        night(NightPlan.Kind.HARVEST, 120);
        night(NightPlan.Kind.HARVEST, 121);

        assertThat(figures(2024)).contains("64件", "159份").doesNotContain("154份");
    }

    private List<String> documents() throws Exception {
        return Published.rows(home, "SELECT report_year, url FROM mart_document ORDER BY report_year");
    }

    private List<String> figures(int year) throws Exception {
        return Published.rows(home, "SELECT raw FROM mart_figure WHERE report_year = " + year);
    }

    private NightOutcome night(NightPlan.Kind kind, int days) {
        return NightRun.run(
                new NightPlan(
                        kind,
                        home,
                        SourceRegistry.read(folder.resolve("jobs")),
                        Clock.fixed(NIGHT.plus(Duration.ofDays(days)), ZoneOffset.UTC),
                        "test"),
                StepProgress.SILENT);
    }

    private static String part(int year, int own, String content) {
        return page(
                year,
                "<div class=\"TRS_Editor\">%s</div><script>createPageHTML(%d,%d,\"%d\",\"html\");</script>"
                        .formatted(content, 3, own, year));
    }

    private static String page(int year, String content) {
        return """
                <html><head><title>临渟县人民政府%1$d年度法治政府建设情况的报告</title>
                <meta name="PubDate" content="%2$d-01-25 09:30"></head><body>
                <ul><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li></ul>
                <h1>临渟县人民政府%1$d年度法治政府建设情况的报告</h1>%3$s</body></html>
                """.formatted(year, year + 1, content);
    }
}
