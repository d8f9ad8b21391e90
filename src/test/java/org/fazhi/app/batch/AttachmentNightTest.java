package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.reading.attachment.Fixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over a site whose reports are files. */
class AttachmentNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    private SmallSite site;
    private SmallSite files;
    private Path home;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        files = new SmallSite();
        home = folder.resolve("home");
        site.page("/index.html", """
                        <html><head><title>年度报告</title></head><body><ul>
                        <li><a href="/2025.html">2025年度法治政府建设年度报告</a><span>2026-01-21</span></li>
                        <li><a href="/2024.html">2024年度法治政府建设年度报告</a><span>2025-01-21</span></li>
                        <li><a href="/2023.ofd">2023年度法治政府建设年度报告</a><span>2024-01-21</span></li>
                        </ul></body></html>
                        """)
                .page("/2025.html", note(2025, files.url("/a/2025.pdf")))
                .page("/2024.html", note(2024, "/2024.docx"))
                .page("/2024.docx", Arrays.copyOf(Fixture.report("docx"), 3000))
                .page("/2023.ofd", Fixture.report("ofd"));
        files.page("/a/2025.pdf", Fixture.report("pdf"));
        SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
    }

    @AfterEach
    void stop() {
        site.close();
        files.close();
    }

    @Test
    void readsTheFilesThatPagesAndListingsLinkInTheSameNight() throws Exception {
        NightOutcome outcome = night(NightPlan.Kind.HARVEST, NIGHT);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
        assertThat(files.asked()).containsOnlyOnce("/a/2025.pdf");
        assertThat(Published.rows(home, "SELECT url FROM mart_document ORDER BY url"))
                .containsExactlyInAnyOrder(files.url("/a/2025.pdf"), site.url("/2023.ofd"));
        assertThat(Published.rows(
                        home,
                        "SELECT raw FROM mart_figure WHERE url LIKE '%.pdf' AND indicator_code = 'legal_aid.cases'"))
                .contains("513件");
        assertThat(Published.rows(home, "SELECT published_date FROM mart_document WHERE url LIKE '%.pdf'"))
                .containsExactly("2026-01-25");
        String report =
                Files.readString(NightReport.page(home, outcome.nightId()).resolveSibling(reportName(outcome)));
        assertThat(report).contains("report_in_attachment", "attachment_damaged");

        String before = content();
        NightOutcome again = night(NightPlan.Kind.REPROCESS, NIGHT.plus(Duration.ofDays(1)));

        assertThat(again.problems()).isEmpty();
        assertThat(content()).isEqualTo(before);
        assertThat(files.asked()).containsOnlyOnce("/a/2025.pdf");
    }

    /** The report is the file: a page that stands is no report that is gone. */
    @Test
    void isUnreadForTheReasonOfItsFileWhereThePageStandsAndTheFileDoesNot() throws Exception {
        files.page("/a/2025.pdf", new byte[0]);
        site.page("/2024.docx", new byte[0]);

        assertThat(night(NightPlan.Kind.HARVEST, NIGHT).ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);

        assertThat(Published.rows(
                        home,
                        "SELECT report_year, state, unread_reason, url FROM mart_coverage WHERE report_year > 2023"
                                + " ORDER BY report_year"))
                .containsExactly(
                        "2024|unread|gone|" + site.url("/2024.docx"), "2025|unread|gone|" + files.url("/a/2025.pdf"));
    }

    private String content() throws Exception {
        return String.join(
                "\n",
                Published.rows(
                        home,
                        "SELECT document_id, text, published_date::VARCHAR, title FROM mart_document ORDER BY 1"));
    }

    private static String reportName(NightOutcome outcome) {
        return NightReport.page(Path.of(""), outcome.nightId())
                .getFileName()
                .toString()
                .replace(".html", ".json");
    }

    private NightOutcome night(NightPlan.Kind kind, Instant now) {
        return NightRun.run(
                new NightPlan(
                        kind,
                        home,
                        SourceRegistry.read(folder.resolve("jobs")),
                        Clock.fixed(now, ZoneOffset.UTC),
                        "test"),
                StepProgress.SILENT);
    }

    private static String note(int year, String file) {
        return """
                <html><head><title>临渟县人民政府%1$d年度法治政府建设情况的报告</title>
                <meta name="PubDate" content="%2$d-01-25 09:30"></head><body>
                <h1>临渟县人民政府%1$d年度法治政府建设情况的报告</h1><div class="TRS_Editor">
                <p>现将报告予以公布，请社会各界监督。</p><p>附件：<a href="%3$s">点击下载</a></p></div></body></html>
                """.formatted(year, year + 1, file);
    }
}
