package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night by a clock that runs 400 days ahead, and one by the right clock after it. */
class ClockNightTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:30:00Z");

    @TempDir
    Path folder;

    @Test
    void asksAgainForWhatWasToRestUntilLongAfterThePresentAndTellsOfTheClock() throws Exception {
        try (SmallSite site = new SmallSite()) {
            site.page("/index.html", """
                            <ul><li><a href="/walled.html">2024年法治政府建设年度报告</a><span>2025-01-20</span></li>
                            <li><a href="/gone.html">2023年法治政府建设年度报告</a><span>2024-01-20</span></li>
                            <li><a href="/good.html">2025年法治政府建设年度报告</a><span>2026-01-20</span></li></ul>
                            """)
                    .wall("/walled.html", 403, "<p>403</p>")
                    .page("/good.html", SmallReport.html("临渟县", 2025, 37));
            SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
            Instant ahead = NIGHT.plus(Duration.ofDays(400));
            NightOutcome first = night(ahead);
            assertThat(first.notes()).noneMatch(note -> note.startsWith("clock"));
            site.page("/walled.html", SmallReport.html("临渟县", 2024, 29))
                    .page("/gone.html", SmallReport.html("临渟县", 2023, 31));
            site.asked().clear();

            NightOutcome second = night(NIGHT);

            assertThat(second.problems()).isEmpty();
            assertThat(second.notes())
                    .contains(
                            "clock: expected nothing later than the present, " + NIGHT + ", got what the state dates "
                                    + ahead
                                    + ": the clock ran ahead then, or is behind now; 3 links are due again, 1 walks through listings are forgotten");
            assertThat(site.asked())
                    .containsExactlyInAnyOrder(
                            "/robots.txt", "/index.html", "/good.html", "/walled.html", "/gone.html");
            assertThat(Published.rows(folder.resolve("home"), "SELECT report_year FROM mart_document ORDER BY ALL"))
                    .containsExactly("2023", "2024", "2025");
            assertThat(HomeState.read(folder.resolve("home"))
                            .orElseThrow()
                            .night()
                            .nightId())
                    .isEqualTo(NIGHT.toString());
            assertThat(night(NIGHT.plus(Duration.ofDays(1))).notes()).noneMatch(note -> note.startsWith("clock"));
        }
    }

    private NightOutcome night(Instant now) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        folder.resolve("home"),
                        SourceRegistry.read(folder.resolve("jobs"), clock),
                        clock,
                        "test"),
                StepProgress.SILENT);
    }
}
