package org.fazhi.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fazhi.warehouse.load.LoadSides;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million figures with their documents, texts, sections, checks and readings, by the load of a night and by bare
 * Appenders that are handed the same rows, turn by turn in one run. The design asks for seven tenths of the bare rate. The
 * rate by processor time is that which a busy machine does not sway. JMH's own time is of both sides together.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class LoadBenchmark {

    private static final int FIGURES = 1_000_000;

    /** Where the files of both sides stand. */
    @State(Scope.Benchmark)
    public static class Folder {

        private Path path = Path.of("");

        @Setup
        public void make() throws IOException {
            path = Files.createTempDirectory("load");
        }

        @TearDown
        public void discard() throws IOException {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(path)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.delete(each);
            }
        }
    }

    /** Printed by JMH below its own time, summed over the iterations. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Sides {

        public long loadMillis;
        public long bareMillis;
        public long loadCpuMillis;
        public long bareCpuMillis;

        private void take(LoadSides.Times times) {
            loadMillis = times.load().nanos() / 1_000_000;
            bareMillis = times.bare().nanos() / 1_000_000;
            loadCpuMillis = times.load().cpuNanos() / 1_000_000;
            bareCpuMillis = times.bare().cpuNanos() / 1_000_000;
            System.out.printf(
                    Locale.ROOT,
                    "%.2f of the bare rate, %.2f by processor time: ",
                    (double) bareMillis / loadMillis,
                    (double) bareCpuMillis / loadCpuMillis);
        }
    }

    @Benchmark
    public void loadBesideBareAppenders(Folder folder, Sides sides) throws SQLException {
        sides.take(new LoadSides(folder.path, FIGURES).run());
    }
}
