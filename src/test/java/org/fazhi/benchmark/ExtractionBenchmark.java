package org.fazhi.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fazhi.harvest.fetch.CharsetChoice;
import org.fazhi.reading.PageInput;
import org.fazhi.reading.Reading;
import org.fazhi.reading.ReportReader;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Bytes to facts beside what jsoup alone takes to parse the same page from a string. Times are per page; one call passes over
 * all pages of {@link ReportPages}, so that no page's branches are learnt by heart.
 */
@Floor("parsedByJsoup")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@OperationsPerInvocation(ReportPages.COUNT)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m"})
public class ExtractionBenchmark {

    @Param({"COUNTY", "BARE"})
    public ReportPages.Surroundings page;

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());
    private List<ReportPage> pages = List.of();

    @Setup
    public void readPages() {
        pages = ReportPages.in(page);
        long bytes = pages.stream().mapToLong(one -> one.bytes().length).sum();
        long links = pages.stream()
                .mapToLong(one ->
                        Jsoup.parse(one.input().content()).getElementsByTag("a").size())
                .sum();
        long figures = pages.stream().mapToLong(one -> figures(one.input())).sum();
        System.out.printf(
                "# %d pages, each on average %d bytes, %d links, %d figures%n",
                pages.size(), bytes / pages.size(), links / pages.size(), figures / pages.size());
    }

    private long figures(PageInput input) {
        if (reader.read(input) instanceof Reading.Read read) {
            return read.facts().figures().size();
        }
        throw new IllegalStateException("expected facts, got " + reader.read(input));
    }

    @Benchmark
    public void parsedByJsoup(Blackhole hole) {
        for (ReportPage one : pages) {
            hole.consume(Jsoup.parse(one.input().content()));
        }
    }

    @Benchmark
    public void bytesToFacts(Blackhole hole) {
        for (ReportPage one : pages) {
            String text = CharsetChoice.decode(one.bytes(), Optional.of("text/html; charset=utf-8"))
                    .text();
            PageInput known = one.input();
            hole.consume(reader.read(new PageInput(
                    known.url(),
                    text,
                    known.isHtml(),
                    known.publisher(),
                    known.region(),
                    known.issuerKind(),
                    known.reportKind(),
                    known.linkTitle(),
                    known.listedOn(),
                    known.isOcr())));
        }
    }
}
