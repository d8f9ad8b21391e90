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
import org.springframework.util.FileSystemUtils;

/** Nights over pages that go back, move, are overwritten, and vanish. */
class CurrentPageNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");
    private static final String CURRENT = "SELECT version, report_year, is_current FROM mart_document ORDER BY ALL";
    private static final String VALUES = "SELECT report_year, value::INTEGER FROM mart_observation"
            + " WHERE indicator_code = 'reconsideration.accepted' ORDER BY ALL";
    private static final String CHANGES =
            "SELECT subject, change, field, value_before, value_after, reason FROM mart_change"
                    + " WHERE field IN ('version', 'value', 'withdrawn_on') ORDER BY ALL";
    private static final String COVERED =
            "SELECT state, unread_reason, withdrawn_on FROM mart_coverage WHERE report_year = 2024";

    @TempDir
    Path folder;

    private SmallSite site;
    private Path home;
    private int nights;

    @BeforeEach
    void serve() throws IOException {
        site = new SmallSite();
        home = folder.resolve("home");
        site.page("/index.html", listing("/1.html")).page("/1.html", SmallReport.html("临渟县", 2024, 37));
        SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void goesBackWithAPageThatGoesBack() throws Exception {
        published();
        site.page("/1.html", SmallReport.html("临渟县", 2024, 39));
        published();
        assertThat(rows(VALUES)).containsExactly("2024|39");

        site.page("/1.html", SmallReport.html("临渟县", 2024, 37));
        published();

        assertThat(rows(CURRENT)).containsExactly("1|2024|true", "2|2024|false");
        assertThat(rows(VALUES)).containsExactly("2024|37");
        assertThat(rows(CHANGES))
                .contains("document|changed|version|2|1|new_version")
                .contains("observation|changed|value|39 件|37 件|new_version");
        assertThat(night(NightPlan.Kind.HARVEST).ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);

        FileSystemUtils.deleteRecursively(home.resolve("state").toFile());
        NightOutcome anew = night(NightPlan.Kind.REPROCESS);
        assertThat(anew.problems()).isEmpty();
        assertThat(anew.ending()).as("the archive knows").isEqualTo(NightOutcome.Ending.UNCHANGED);
    }

    @Test
    void keepsTheReportOfEachYearOfAnAddressThatIsOverwritten() throws Exception {
        published();
        site.page("/1.html", SmallReport.html("临渟县", 2025, 41));
        published();

        assertThat(rows(CURRENT)).containsExactly("1|2024|true", "2|2025|true");
        assertThat(rows(VALUES)).containsExactly("2024|37", "2025|41");
        assertThat(rows(CHANGES)).contains("document|added|version|null|2|new_report");
        assertThat(rows(COVERED)).containsExactly("published|null|null");
    }

    @Test
    void followsAReportToItsNewAddress() throws Exception {
        published();
        site.moved("/1.html", "/new/1.html").page("/new/1.html", SmallReport.html("临渟县", 2024, 37));
        published();

        assertThat(rows("SELECT url FROM mart_document WHERE is_current")).containsExactly(site.url("/new/1.html"));
        assertThat(rows("SELECT old.url FROM mart_document AS old JOIN mart_document AS new"
                        + " ON new.document_id = old.same_as WHERE NOT old.is_current AND new.is_current"))
                .containsExactly(site.url("/1.html"));
        assertThat(
                        rows(
                                "SELECT count(*) FROM mart_figure WHERE is_current AND indicator_code = 'reconsideration.accepted'"))
                .containsExactly("1");
        assertThat(rows(CHANGES))
                .containsExactly("document|added|version|null|1|moved", "document|removed|version|1|null|moved");
        assertThat(rows("SELECT DISTINCT audit FROM audit_finding WHERE row_count > 0"))
                .doesNotContain("duplicate_document", "lost_report");

        FileSystemUtils.deleteRecursively(home.resolve("state").toFile());
        assertThat(night(NightPlan.Kind.REPROCESS).ending())
                .as("the archive knows what was asked for")
                .isEqualTo(NightOutcome.Ending.UNCHANGED);

        site.page("/1.html", SmallReport.html("临渟县", 2024, 37));
        published();
        assertThat(rows(CHANGES)).contains("document|added|version|null|1|returned");
    }

    @Test
    void withdrawsAPageThatIsGoneForThreeNightsAndTakesItBack() throws Exception {
        published();
        site.page("/1.html", new byte[0]);
        night(NightPlan.Kind.HARVEST);
        assertThat(rows(COVERED)).as("one bad night").containsExactly("published|null|null");
        night(NightPlan.Kind.HARVEST);
        assertThat(rows(COVERED)).as("two").containsExactly("published|null|null");
        published();

        assertThat(rows(COVERED)).containsExactly("gone|withdrawn|2026-11-24");
        assertThat(rows("SELECT is_current, is_withdrawn, withdrawn_on, contains(text, '37件') FROM mart_document"))
                .containsExactly("true|true|2026-11-24|true");
        assertThat(rows("SELECT DISTINCT is_withdrawn FROM mart_observation")).containsExactly("true");
        assertThat(rows(CHANGES)).containsExactly("document|changed|withdrawn_on|null|2026-11-24|withdrawn");
        assertThat(site.asked()).filteredOn("/1.html"::equals).hasSize(4);
        assertThat(night(NightPlan.Kind.HARVEST).ending()).isEqualTo(NightOutcome.Ending.UNCHANGED);
        assertThat(site.asked())
                .as("left to rest")
                .filteredOn("/1.html"::equals)
                .hasSize(4);

        nights += 30;
        site.page("/1.html", SmallReport.html("临渟县", 2024, 37));
        published();
        assertThat(rows(COVERED)).containsExactly("published|null|null");
        assertThat(rows(CHANGES)).containsExactly("document|changed|withdrawn_on|2026-11-24|null|returned");
    }

    @Test
    void withdrawsAtOnceWhatIsGoneForGoodOrNoLongerListed() throws Exception {
        site.page("/index.html", listing("/1.html", "/2.html")).page("/2.html", SmallReport.html("临渟县", 2025, 41));
        published();
        // The listing is not there either, and says nothing of what it names.
        site.wall("/1.html", 410, "gone").page("/2.html", new byte[0]).page("/index.html", new byte[0]);
        published();
        assertThat(rows("SELECT report_year, is_withdrawn FROM mart_document ORDER BY ALL"))
                .containsExactly("2024|true", "2025|false");

        site.page("/index.html", listing("/1.html"));
        published();
        assertThat(rows("SELECT report_year, is_withdrawn FROM mart_document ORDER BY ALL"))
                .containsExactly("2024|true", "2025|true");
        assertThat(rows("SELECT count(*) FROM fact_link WHERE unlisted_since IS NOT NULL"))
                .containsExactly("1");

        // A listing that could not be walked takes nothing away, and one that names it again takes it back.
        site.page("/index.html", listing("/1.html", "/2.html")).page("/2.html", SmallReport.html("临渟县", 2025, 41));
        published();
        assertThat(rows("SELECT report_year, is_withdrawn FROM mart_document ORDER BY ALL"))
                .containsExactly("2024|true", "2025|false");
        assertThat(rows("SELECT count(*) FROM fact_link WHERE unlisted_since IS NOT NULL"))
                .containsExactly("0");
    }

    @Test
    void givesWayToTheSameReportPutUpElsewhere() throws Exception {
        published();
        site.page("/index.html", listing("/9.html"))
                .page("/1.html", new byte[0])
                .page("/9.html", SmallReport.html("临渟县", 2024, 38));
        published();

        assertThat(rows("SELECT url, is_current, is_withdrawn FROM mart_document ORDER BY ALL"))
                .containsExactly(site.url("/1.html") + "|false|true", site.url("/9.html") + "|true|false");
        assertThat(rows(VALUES)).containsExactly("2024|38");
        assertThat(rows(COVERED)).containsExactly("published|null|null");
    }

    private void published() {
        NightOutcome outcome = night(NightPlan.Kind.HARVEST);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.ending()).isEqualTo(NightOutcome.Ending.PUBLISHED);
    }

    private NightOutcome night(NightPlan.Kind kind) {
        Clock clock = Clock.fixed(NIGHT.plus(Duration.ofDays(nights++)), ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(kind, home, SourceRegistry.read(folder.resolve("jobs"), clock), clock, "test"),
                StepProgress.SILENT);
    }

    private List<String> rows(String sql) throws Exception {
        return Published.rows(home, sql);
    }

    private static String listing(String... paths) {
        StringBuilder rows = new StringBuilder();
        for (String path : paths) {
            rows.append("<li><a href=\"%s\">%s年度法治政府建设年度报告</a><span>2025-01-20</span></li>"
                    .formatted(path, path.equals("/2.html") ? "2025" : "2024"));
        }
        return "<html><head><title>年度报告</title></head><body><ul class=\"list\">" + rows + "</ul></body></html>";
    }
}
