package org.fazhi.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fazhi.warehouse.load.LoadSides;
import org.fazhi.warehouse.store.DuckSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Builds, audits and publishes a release of a million figures in a heap of 512 MB, and says what memory that took. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m"})
public class PublishBenchmark {

    private static final int FIGURES = 1_000_000;

    @Benchmark
    public void publishAMillionFigures() throws IOException {
        Path folder = Files.createTempDirectory("publish");
        long figures = new LoadSides(folder, FIGURES).publish().rows().getOrDefault("mart_figure", 0L);
        System.out.printf(
                Locale.ROOT,
                "%d figures published; heap at most %d MB, %s, DuckDB bound to %d MB: ",
                figures,
                heapPeak() >> 20,
                residentPeak(),
                DuckSettings.DEFAULT.memoryMegabytes());
    }

    /** The sum of the peaks of the heap's pools, in bytes: an upper bound of what was in use at once. */
    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
    }

    /** What Linux says of the whole process; nothing elsewhere. */
    private static String residentPeak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "resident memory not known";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> "resident at most"
                            + line.substring(line.indexOf(':') + 1).replaceAll("\\s+", " "))
                    .findFirst()
                    .orElse("resident memory not known");
        }
    }
}
