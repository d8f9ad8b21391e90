package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** A night over the WARC file of an archive of the whole web, which has reports without their listings. */
class WarcNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    @Test
    void takesEveryVersionOfAReportBelowAListingByItsOwnTitleAndNothingElse() throws Exception {
        Path warc = folder.resolve("crawl.warc.gz");
        try (WarcWriter writer = new WarcWriter(warc)) {
            write(writer, "https://www.linjiang.example/fzzf/2.html", 2, SmallReport.html("临渟县", 2025, 41));
            write(writer, "https://WWW.linjiang.example:443/fzzf/2.html#top", 1, SmallReport.html("临渟县", 2025, 37));
            write(
                    writer,
                    "http://www.linjiang.example/fzzf/plan.html",
                    1,
                    SmallReport.html("临渟县", 2025, 12).replace("年度报告", "工作计划"));
            write(writer, "http://www.linjiang.example/xwzx/2.html", 1, SmallReport.html("临渟县", 2024, 29));
            write(writer, "http://www.wuhekou.example/fzzf/2.html", 1, SmallReport.html("五河口县", 2025, 31));
        }

        NightOutcome outcome = night(warc);

        assertThat(outcome.problems()).isEmpty();
        assertThat(Published.rows(
                        folder.resolve("home"),
                        "SELECT url, is_current, fetched_at FROM mart_document ORDER BY version"))
                .containsExactly(
                        "http://www.linjiang.example/fzzf/2.html|false|2026-10-01 03:00:00.0",
                        "http://www.linjiang.example/fzzf/2.html|true|2026-10-02 03:00:00.0");
        assertThat(outcome.notes())
                .contains("of no source: 1 www.wuhekou.example")
                .anyMatch(note -> note.startsWith("of no listing: 2 pages of the sources' sites, such as "
                        + "http://www.linjiang.example/fzzf/plan.html http://www.linjiang.example/xwzx/2.html"));
    }

    @Test
    void neitherTakesAPageThatWasCutShortNorLetsItReplaceTheWhole() throws Exception {
        String url = "http://www.linjiang.example/fzzf/2.html";
        String lost = "http://www.linjiang.example/fzzf/3.html";
        Path warc = folder.resolve("crawl.warc.gz");
        try (WarcWriter writer = new WarcWriter(warc)) {
            write(writer, "http://www.linjiang.example/fzzf/index.html", 1, """
                    <html><body><ul><li><a href="2.html">2025年度法治政府建设年度报告</a><span>2026-01-21</span></li>
                    <li><a href="3.html">2024年度法治政府建设年度报告</a><span>2025-01-21</span></li></ul></body></html>
                    """);
            write(writer, url, 2, SmallReport.html("临渟县", 2025, 37));
            writer.write(cut(url, 3, SmallReport.html("临渟县", 2025, 41)));
            writer.write(cut(lost, 3, SmallReport.html("临渟县", 2024, 29)));
        }

        NightOutcome outcome = night(warc);

        assertThat(outcome.problems()).isEmpty();
        assertThat(Published.rows(folder.resolve("home"), "SELECT url, is_current FROM mart_document"))
                .containsExactly(url + "|true");
        assertThat(Published.rows(
                        folder.resolve("home"),
                        "SELECT DISTINCT value FROM mart_observation"
                                + " WHERE indicator_code = 'reconsideration.accepted'"))
                .containsExactly("37");
        assertThat(Published.rows(
                        folder.resolve("home"),
                        "SELECT url, state, reason FROM fact_fetch WHERE kind = 'document' ORDER BY ALL"))
                .contains(
                        url + "|fetched|null",
                        lost + "|truncated|expected a whole body, got one marked WARC-Truncated: length");
        assertThat(Published.rows(folder.resolve("home"), "SELECT state FROM fact_link WHERE url LIKE '%3.html'"))
                .containsExactly("truncated");
        assertThat(outcome.notes())
                .anyMatch(note -> note.contains("4 answers of the sources' sites, 0 of others, 2 of all cut short"));
    }

    private static WarcResponse cut(String url, int day, String html) throws IOException {
        return new WarcResponse.Builder(url)
                .date(Instant.parse("2026-10-0" + day + "T03:00:00Z"))
                .setHeader("WARC-Truncated", "length")
                .body(new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, html.getBytes(StandardCharsets.UTF_8))
                        .build())
                .build();
    }

    /** The files are of 1 and 2 October 2026: a listing in them says nothing about later, one that is not in them nothing. */
    @Test
    void missesOnlyWhatAListingInTheFilesDoesNotHaveAsOfItsDay() throws Exception {
        Path pages = folder.resolve("pages.warc.gz");
        try (WarcWriter writer = new WarcWriter(pages)) {
            write(writer, "http://www.linjiang.example/fzzf/2.html", 1, SmallReport.html("临渟县", 2025, 37));
        }
        night(pages);
        assertThat(coverage()).containsExactly("2024|unseen|not_walked|null", "2025|published|null|null");

        Path listing = folder.resolve("listing.warc.gz");
        try (WarcWriter writer = new WarcWriter(listing)) {
            write(
                    writer,
                    "http://www.linjiang.example/fzzf/index.html",
                    1,
                    "<ul><li><a href='2.html'>临渟县2025年法治政府建设年度报告</a><span>2026-01-20</span></li>"
                            + "<li><a href='0.html'>临渟县政务公开工作要点</a><span>2025-01-10</span></li></ul>");
        }
        night(NIGHT.plusSeconds(60), listing);
        assertThat(coverage()).containsExactly("2024|missing|null|2026-10-01 03:00:00.0", "2025|published|null|null");
        night(NIGHT.plusSeconds(120), listing);
        assertThat(coverage()).as("the same file again").first().isEqualTo("2024|missing|null|2026-10-01 03:00:00.0");

        night(Instant.parse("2027-05-01T18:30:00Z"), listing);
        assertThat(coverage())
                .containsExactly(
                        "2024|missing|null|2026-10-01 03:00:00.0",
                        "2025|published|null|null",
                        "2026|unseen|before_due_date|null");
    }

    @Test
    void goesBackToAPageThatALaterFileHasAgain() throws Exception {
        String url = "http://www.linjiang.example/fzzf/2.html";
        String current = "SELECT version FROM mart_document WHERE is_current";
        Path home = folder.resolve("home");
        night(file("first", url, "37", "41"));
        assertThat(Published.rows(home, current)).containsExactly("2");

        Path again = file("again", url, "12", "41", "37");
        night(NIGHT.plusSeconds(60), again);
        assertThat(Published.rows(
                        home,
                        "SELECT value::INTEGER FROM mart_observation"
                                + " WHERE indicator_code = 'reconsideration.accepted'"))
                .containsExactly("37");
        assertThat(night(NIGHT.plusSeconds(120), again).ending())
                .as("the same file again")
                .isEqualTo(NightOutcome.Ending.UNCHANGED);
    }

    /** A file that has one page on each day from the first on. */
    private Path file(String name, String url, String... cases) throws IOException {
        Path file = folder.resolve(name + ".warc.gz");
        try (WarcWriter writer = new WarcWriter(file)) {
            for (int day = 1; day <= cases.length; day++) {
                write(writer, url, day, SmallReport.html("临渟县", 2025, Integer.parseInt(cases[day - 1])));
            }
        }
        return file;
    }

    private List<String> coverage() throws Exception {
        return Published.rows(
                folder.resolve("home"),
                "SELECT report_year, state, unseen_reason, listing_walked_at FROM mart_coverage WHERE report_year > 2023"
                        + " ORDER BY report_year");
    }

    private NightOutcome night(Path warc) throws IOException {
        return night(NIGHT, warc);
    }

    private NightOutcome night(Instant now, Path warc) throws IOException {
        return WarcNight.run(folder, now, warc);
    }

    private static void write(WarcWriter writer, String url, int day, String html) throws IOException {
        writer.write(new WarcResponse.Builder(url)
                .date(Instant.parse("2026-10-0" + day + "T03:00:00Z"))
                .body(new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, html.getBytes(StandardCharsets.UTF_8))
                        .build())
                .build());
    }
}
