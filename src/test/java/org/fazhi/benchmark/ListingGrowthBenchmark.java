package org.fazhi.benchmark;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fazhi.harvest.discovery.ListingContent;
import org.fazhi.harvest.discovery.ListingReader;
import org.fazhi.harvest.discovery.ListingResponse;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A listing beside one four times as long, in shapes that a page of the web might have by chance or by malice. */
@Floor("once")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class ListingGrowthBenchmark {

    private static final URI LIST = URI.create("https://www.example.gov.cn/fzzf/index.html");
    private static final int ROWS = 500;

    /**
     * {@code ROWS}: plain rows. {@code EMPTY_SIBLINGS}: as many empty elements as links stand before the links.
     * {@code ONE_TARGET}: all links lead to one address. {@code NESTED}: each link in eight elements of its own.
     */
    public enum Shape {
        ROWS,
        EMPTY_SIBLINGS,
        ONE_TARGET,
        NESTED
    }

    @Param({"ROWS", "EMPTY_SIBLINGS", "ONE_TARGET", "NESTED"})
    public Shape shape;

    private final ListingReader reader = new ListingReader();
    private String once = "";
    private String fourTimes = "";

    @Setup
    public void writePages() {
        once = page(ROWS);
        fourTimes = page(4 * ROWS);
    }

    private String page(int rows) {
        StringBuilder html = new StringBuilder("<html><body><div>");
        if (shape == Shape.EMPTY_SIBLINGS) {
            html.append("<i></i>".repeat(rows));
        }
        for (int i = 0; i < rows; i++) {
            int target = shape == Shape.ONE_TARGET ? 0 : i;
            String link = "<a href=\"t2024_" + target + ".html\">云溪县司法局第" + i + "号法治政府建设年度报告</a>";
            html.append(
                    switch (shape) {
                        case ROWS -> "<li>" + link + "<span>2024-03-01</span></li>";
                        case NESTED -> "<div>".repeat(8) + link + "</div>".repeat(8);
                        case EMPTY_SIBLINGS, ONE_TARGET -> link;
                    });
        }
        return html.append("</div></body></html>").toString();
    }

    private ListingContent read(String html) {
        return reader.read(ListingResponse.of(LIST, html), Optional.of("plain"));
    }

    @Benchmark
    public ListingContent once() {
        return read(once);
    }

    @Benchmark
    public ListingContent fourTimes() {
        return read(fourTimes);
    }
}
