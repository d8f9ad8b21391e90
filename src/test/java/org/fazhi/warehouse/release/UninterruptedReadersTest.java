package org.fazhi.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.store.LoadProgress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publishes while others read, and kills while publishing, in processes of their own. The numbers of the design are run
 * with {@code -Dfazhi.publishes=1000 -Dfazhi.kills=50}.
 */
@Tag("slow")
class UninterruptedReadersTest {

    private static final int PUBLISHES = Integer.getInteger("fazhi.publishes", 40);
    private static final int KILLS = Integer.getInteger("fazhi.kills", 10);
    private static final int READERS = 4;

    @TempDir
    private Path root;

    @Test
    void publishesWhileFourProcessesReadWithoutPause() throws Exception {
        Home home = new Home(root);
        List<BuiltRelease> builds = builds(home, 3);
        publish(home, builds.get(0));
        Path stop = root.resolve("stop");
        List<Process> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(NightProcess.start("read", home.home.published().toString(), stop.toString()));
        }
        long start = System.nanoTime();
        for (int i = 1; i <= PUBLISHES; i++) {
            publish(home, builds.get(i % builds.size()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.createFile(stop);
        long reads = 0;
        for (Process reader : readers) {
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reader.waitFor()).as(said).isZero();
            String[] counts = said.strip().split(" ", -1);
            reads += Long.parseLong(counts[0]);
            assertThat(Long.parseLong(counts[1])).as("releases a reader saw").isGreaterThan(1);
        }
        System.out.printf(
                "%d publishes in %.0f s, %d reads by %d processes, no error and no mix%n",
                PUBLISHES, seconds, reads, READERS);
    }

    @Test
    void findsAWholeReleaseAfterEveryKillAndCompletesIt() throws Exception {
        Home home = new Home(root);
        NightProcess.fill(home, 1);
        home.published();
        String[] clean = {cleanHash(0), cleanHash(1)};
        long length = length(home.home.root().getParent());
        Random random = new Random(20261122);
        int old = 0;
        int killed = 0;
        int draws = 0;
        while (killed < KILLS && draws < 4 * KILLS) {
            draws++;
            String before = NightProcess.number(home.home.published());
            int value = 1 - Integer.parseInt(before);
            Process night = NightProcess.start("night", root.toString(), Integer.toString(value));
            // The first line is said when loading begins.
            assertThat(night.getInputStream().read()).isPositive();
            boolean hasEnded = night.waitFor(random.nextLong(length), TimeUnit.NANOSECONDS);
            // Process.destroyForcibly would close the stream too, and what was said last be lost.
            night.toHandle().destroyForcibly();
            night.waitFor();
            String said = new String(night.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // A kill behind the end is not counted, and another moment drawn.
            killed += hasEnded || said.contains("done") ? 0 : 1;

            String after = NightProcess.number(home.home.published());
            assertThat(after).isIn(before, Integer.toString(value));
            old += after.equals(before) ? 1 : 0;
            Releases releases = new Releases(home.home);
            assertThat(releases.verify(releases.current().orElseThrow())).isEmpty();

            Home next = new Home(root, root.resolve("next-" + draws));
            NightProcess.fill(next, value);
            next.night();
            assertThat(NightProcess.number(home.home.published())).isEqualTo(Integer.toString(value));
            assertThat(releases.current().orElseThrow().contentHash()).isEqualTo(clean[value]);
        }
        System.out.printf(
                "%d kills before the night ended; of %d draws %d times the old release stood%n", killed, draws, old);
        assertThat(killed).isEqualTo(KILLS);
    }

    /** How long a night takes from its first line to its end, so that kills fall within it. */
    private long length(Path folder) throws Exception {
        Process night = NightProcess.start("night", folder.toString(), "0");
        assertThat(night.getInputStream().read()).isPositive();
        long start = System.nanoTime();
        assertThat(new String(night.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("done");
        assertThat(night.waitFor()).isZero();
        return System.nanoTime() - start;
    }

    private String cleanHash(int value) {
        Home clean = new Home(root.resolve("clean-" + value));
        NightProcess.fill(clean, value);
        return clean.build().contentHash();
    }

    /** Builds that differ in every number, kept beside the home to be published again and again. */
    private static List<BuiltRelease> builds(Home home, int count) throws Exception {
        List<BuiltRelease> builds = new ArrayList<>();
        for (int value = 0; value < count; value++) {
            NightProcess.fill(home, value);
            BuiltRelease build = home.build();
            Files.move(build.file(), kept(build));
            builds.add(build);
        }
        return builds;
    }

    private static Path kept(BuiltRelease build) {
        return build.file().resolveSibling(build.id() + ".kept");
    }

    private static void publish(Home home, BuiltRelease build) throws Exception {
        Files.copy(kept(build), build.file());
        Publication publication = home.publisher().publish(build, new AuditReport(0, List.of()), LoadProgress.NONE);
        assertThat(publication).isInstanceOf(Publication.Published.class);
    }
}
