package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fazhi.app.batch.HomeState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM ends a night behind its present chunk and a schedule at once; what was done stands, the rest is resumed. */
class StopTest {

    /** What the Java runtime exits with on SIGTERM. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    static Path folder;

    private static SampleHouse house;

    @BeforeAll
    static void serve() throws Exception {
        house = new SampleHouse(folder);
    }

    @AfterAll
    static void closeTheSite() {
        house.close();
    }

    @Test
    void stopsANightBehindItsPresentChunkAndResumesIt(@TempDir Path home) throws Exception {
        house.clearLog();
        try (SampleHouse.Hold hold = house.hold(3, SampleHouse::isReport);
                ChildRun run = run("harvest", home)) {
            hold.awaitHeld();
            run.terminate();
            run.awaitLine("Stopping");
            hold.open();
            assertThat(run.exitCode()).as(run.output()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(run.output()).contains("stopped").doesNotContain("extract");
        }
        // Its state was closed in order: it can be read, and says how the night ended.
        assertThat(HomeState.read(home))
                .get()
                .satisfies(state -> assertThat(state.night().outcome()).contains("stopped"));
        List<String> before = house.reportsSent();
        assertThat(before).hasSizeBetween(3, 40);

        try (ChildRun run = run("harvest", home)) {
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).contains("Resumed the night of", "Release ");
        }
        assertThat(house.reportsSent()).hasSizeGreaterThan(before.size()).doesNotHaveDuplicates();
        try (var reports = Files.list(home.resolve("reports"))) {
            assertThat(reports.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".json"))
                    .anyMatch(name -> name.endsWith(".html"));
        }
    }

    @Test
    void endsAScheduleThatWaitsForItsNight(@TempDir Path home) throws Exception {
        try (ChildRun run = run("schedule", home)) {
            run.awaitLine("Next night: ").terminate();

            assertThat(run.exitCode()).as(run.output()).isEqualTo(ENDED_BY_SIGTERM);
        }
        assertThat(home.resolve("state")).doesNotExist();
    }

    private static ChildRun run(String command, Path home) throws Exception {
        return ChildRun.start(command, "--jobs", house.jobs().toString(), "--home", home.toString());
    }
}
