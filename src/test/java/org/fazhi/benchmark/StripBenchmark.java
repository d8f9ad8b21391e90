package org.fazhi.benchmark;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.fazhi.reading.strip.HtmlStripper;
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

/** A page's string to its main text, by ours and by two peers, beside the parse that ours and Readability4J start from. */
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
public class StripBenchmark {

    @Param({"COUNTY", "BARE"})
    public ReportPages.Surroundings page;

    private final HtmlStripper stripper = new HtmlStripper();
    private List<ReportPage> pages = List.of();

    @Setup
    public void readPages() {
        pages = ReportPages.in(page);
    }

    @Benchmark
    public void parsedByJsoup(Blackhole hole) {
        for (ReportPage one : pages) {
            hole.consume(Jsoup.parse(one.input().content()));
        }
    }

    @Benchmark
    public void strippedByFazhi(Blackhole hole) {
        for (ReportPage one : pages) {
            hole.consume(stripper.strip(one.input().content(), one.input().url()));
        }
    }

    @Benchmark
    public void strippedByBoilerpipe(Blackhole hole) throws BoilerpipeProcessingException {
        for (ReportPage one : pages) {
            hole.consume(ArticleExtractor.INSTANCE.getText(one.input().content()));
        }
    }

    @Benchmark
    public void strippedByReadability4J(Blackhole hole) {
        for (ReportPage one : pages) {
            hole.consume(
                    new Readability4J(one.input().url().toString(), one.input().content())
                            .parse()
                            .getTextContent());
        }
    }
}
