package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night that is killed and started again publishes what an uninterrupted one does, and asks for nothing twice. */
class KillTest {

    @TempDir
    static Path folder;

    private static SampleHouse house;
    private static Path uninterrupted;

    @BeforeAll
    static void harvestUninterrupted() throws Exception {
        house = new SampleHouse(folder);
        uninterrupted = folder.resolve("uninterrupted");
        try (ChildRun run = harvest(uninterrupted)) {
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
    }

    @AfterAll
    static void closeTheSite() {
        house.close();
    }

    @Test
    void survivesTwoKillsOfOneNightAndFetchesNothingTwice(@TempDir Path home) throws Exception {
        house.clearLog();
        try (SampleHouse.Hold hold = house.hold(5, SampleHouse::isReport);
                ChildRun run = harvest(home)) {
            hold.awaitHeld();
            run.kill();
            assertThat(house.reportsSent()).hasSizeGreaterThan(5);
        }
        try (ChildRun run = harvest(home)) {
            run.awaitLine("load").kill();
        }
        completes(home);

        assertThat(house.reportsSent()).doesNotHaveDuplicates();
    }

    @Test
    @Tag("slow")
    void survivesAKillAmongTheListings(@TempDir Path home) throws Exception {
        try (SampleHouse.Hold hold = house.hold(7, target -> !target.equals("/robots.txt"));
                ChildRun run = harvest(home)) {
            hold.awaitHeld();
            run.kill();
        }
        completes(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"discover", "fetch", "extract", "load", "audit", "publish"})
    @Tag("slow")
    void survivesAKillAtTheStartOf(String step, @TempDir Path home) throws Exception {
        try (ChildRun run = harvest(home)) {
            run.awaitLine(step).kill();
        }
        completes(home);
    }

    private static void completes(Path home) throws Exception {
        try (ChildRun run = harvest(home)) {
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).contains("Resumed the night of");
        }
        List<PublishedMarts.Difference> differences = PublishedMarts.compare(uninterrupted, home);
        assertThat(differences).hasSizeGreaterThanOrEqualTo(9);
        assertThat(differences).allSatisfy(mart -> {
            assertThat(mart.onlyInFirst()).as(mart.toString()).isZero();
            assertThat(mart.onlyInSecond()).as(mart.toString()).isZero();
        });
        assertThat(differences).anyMatch(mart -> mart.mart().equals("mart_figure") && mart.rows() > 500);
    }

    private static ChildRun harvest(Path home) throws Exception {
        return ChildRun.start("harvest", "--jobs", house.jobs().toString(), "--home", home.toString());
    }
}
