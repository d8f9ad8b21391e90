package org.fazhi.benchmark;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fazhi.reading.PageInput;
import org.fazhi.reading.Reading;
import org.fazhi.reading.ReportReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
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

/**
 * A page of many reports in a row beside one of four times as many, in a heap of 512 MB: work that grows with the length
 * of the page shows as a ratio of about 4, work that grows with its square as one of 16.
 */
@Floor("once")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class GrowthBenchmark {

    /** {@code REPORTS}: reports one after the other; {@code LINE}: the same as one line without a full stop. */
    public enum Shape {
        REPORTS,
        LINE
    }

    @Param({"REPORTS", "LINE"})
    public Shape shape;

    private static final int REPORTS_AT_ONCE = 40;

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());
    private String once = "";
    private String fourTimes = "";

    @Setup
    public void writePages() {
        once = page(1);
        fourTimes = page(4);
        System.out.printf("# %d and %d characters%n", once.length(), fourTimes.length());
    }

    private String page(int times) {
        List<String> texts = ReportPages.texts();
        StringBuilder html = new StringBuilder(
                "<html><head><title>某县人民政府关于2023年度法治政府建设情况的报告</title></head>" + "<body><div class=\"TRS_Editor\">");
        for (int i = 0; i < REPORTS_AT_ONCE * times; i++) {
            String text = texts.get(i % texts.size());
            html.append(
                    shape == Shape.LINE
                            ? text.replaceAll("[\n。]+", "，")
                            : "<p>" + text.replace("\n", "</p>\n<p>") + "</p>");
        }
        return html.append("</div></body></html>").toString();
    }

    private Reading read(String html) {
        return reader.read(PageInput.alone(URI.create("https://www.example.gov.cn/a.html"), html, true));
    }

    @Benchmark
    public Reading once() {
        return read(once);
    }

    @Benchmark
    public Reading fourTimes() {
        return read(fourTimes);
    }
}
