package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fazhi.harvest.source.SourceRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes whose path holds what databases read as their own. */
class HomePathNightTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T18:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void worksInAHomeWithAQuoteInItsPath() throws Exception {
        try (SmallSite site = new SmallSite()) {
            site.page("/index.html", "<ul><li><a href='/1.html'>2025年法治政府建设年度报告</a><span>2026-01-20</span></li></ul>")
                    .page("/1.html", SmallReport.html("临渟县", 2025, 37));
            SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", site.url("/index.html"));
            Path home = folder.resolve("the operator's \"home\"");

            NightOutcome outcome = night(home);

            assertThat(outcome.problems()).isEmpty();
            assertThat(Published.rows(home, "SELECT report_year FROM mart_document"))
                    .containsExactly("2025");
        }
    }

    @Test
    void refusesAHomeWithASemicolonInItsPath() throws Exception {
        SourceFile.write(folder.resolve("jobs"), "linjiang", "临渟县人民政府", "http://127.0.0.1:9/");
        Path home = folder.resolve("a;INIT=SHUTDOWN");

        assertThatThrownBy(() -> night(home))
                .isInstanceOf(HomeUnusable.class)
                .hasMessage(home + ": expected a home, a folder that can be written to, got a path with ;, behind which"
                        + " databases read settings");
        assertThat(home).doesNotExist();
    }

    private NightOutcome night(Path home) {
        return NightRun.run(
                new NightPlan(
                        NightPlan.Kind.HARVEST,
                        home,
                        SourceRegistry.read(folder.resolve("jobs"), CLOCK),
                        CLOCK,
                        "test"),
                StepProgress.SILENT);
    }
}
