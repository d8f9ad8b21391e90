package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the whole program at random moments between the start of load and the end of publish, with an old release
 * standing. The fifty of issue 5: {@code mvn test -Pslow -Dtest=KilledReleaseTest -Dfazhi.kills=50}, some twenty minutes;
 * another seed by {@code -Dfazhi.seed}.
 */
@Tag("slow")
class KilledReleaseTest {

    private static final int KILLS = Integer.getInteger("fazhi.kills", 5);
    private static final long SEED = Long.getLong("fazhi.seed", 20261122L);

    /** Moments that turn out to lie behind the end are drawn anew, up to this many times as often as there are kills. */
    private static final int MOST_DRAWS_A_KILL = 3;

    private static final List<String> STAGES = List.of("publish", "audit", "load");

    @TempDir
    static Path folder;

    private static SampleHouse house;
    private static Path atLoad;
    private static Manifest old;
    private static Manifest clean;
    private static Duration length;

    /** A home with an old release of half the sources, and a night over all of them that is about to load. */
    @BeforeAll
    static void bringANightToItsLoad() throws Exception {
        house = new SampleHouse(folder);
        Path half = house.jobsOf("half", name -> name.equals("nightly.yml") || name.endsWith("-government.yml"));
        atLoad = folder.resolve("at-load");
        try (ChildRun run = ChildRun.start("harvest", "--jobs", half.toString(), "--home", atLoad.toString())) {
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
        old = standing(atLoad);
        try (ChildRun run = harvest(atLoad)) {
            run.awaitLine("load").kill();
        }
        Path uninterrupted = copyOf(atLoad, "uninterrupted");
        try (ChildRun run = harvest(uninterrupted)) {
            run.awaitLine("load");
            long start = System.nanoTime();
            run.awaitLine("publish").awaitLine("publish");
            length = Duration.ofNanos(System.nanoTime() - start);
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
        clean = standing(uninterrupted);
        assertThat(clean.contentHash()).isNotEqualTo(old.contentHash());
    }

    @AfterAll
    static void closeTheSite() {
        house.close();
    }

    @Test
    void leavesAWholeReleaseAtEveryMomentAndCompletesToTheSame() throws Exception {
        Random random = new Random(SEED);
        Map<String, Integer> killsByStage = new TreeMap<>();
        int draws = 0;
        int hits = 0;
        int oldStood = 0;
        while (hits < KILLS && draws < KILLS * MOST_DRAWS_A_KILL) {
            draws++;
            Path home = copyOf(atLoad, "killed-" + draws);
            String stage;
            try (ChildRun run = harvest(home)) {
                run.awaitLine("load").killAfter(Duration.ofNanos(random.nextLong(length.toNanos())));
                stage = lastStage(run.output());
            }
            Manifest stood = standing(home);
            assertThat(stood.contentHash()).as(stage).isIn(old.contentHash(), clean.contentHash());
            if (!stage.isEmpty()) {
                hits++;
                killsByStage.merge(stage, 1, Integer::sum);
                oldStood += stood.contentHash().equals(old.contentHash()) ? 1 : 0;
                try (ChildRun run = harvest(home)) {
                    assertThat(run.exitCode()).as(run.output()).isZero();
                    assertThat(run.output()).contains("Resumed the night of");
                }
                assertThat(standing(home).contentHash()).as(stage).isEqualTo(clean.contentHash());
            }
            delete(home);
        }
        System.out.printf(
                "%d kills within %d ms from load to publish (%d draws, seed %d): %s; %d times the old release stood, %d"
                        + " times the new one%n",
                hits, length.toMillis(), draws, SEED, killsByStage, oldStood, hits - oldStood);
        assertThat(hits).isEqualTo(KILLS);
    }

    /** The stage a run was killed in; empty where publish had ended. */
    private static String lastStage(String output) {
        List<String> lines = output.lines().toList();
        boolean isOver = lines.stream().anyMatch(line -> line.startsWith("publish") && !line.contains("…"));
        return isOver
                ? ""
                : STAGES.stream()
                        .filter(stage -> lines.stream().anyMatch(line -> line.startsWith(stage)))
                        .findFirst()
                        .orElseThrow();
    }

    /** The release that stands: it opens, is whole, and has as many figures as its manifest says. */
    private static Manifest standing(Path home) throws Exception {
        Releases releases = new Releases(new WarehouseHome(home));
        Manifest manifest = releases.current().orElseThrow();
        assertThat(releases.verify(manifest)).isEmpty();
        assertThat(PublishedMarts.count(home, "mart_figure"))
                .isEqualTo(manifest.rows().get("mart_figure"));
        return manifest;
    }

    private static ChildRun harvest(Path home) throws Exception {
        return ChildRun.start("harvest", "--jobs", house.jobs().toString(), "--home", home.toString());
    }

    private static Path copyOf(Path home, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(home.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
