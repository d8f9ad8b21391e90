package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.SampleSite;
import org.fazhi.sample.SampleTruth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the sites of the sample, so that single pages and listings can be tried. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        header = "Serve the fictional sites of the sample on 127.0.0.1 until SIGTERM.",
        description = {
            "Prints for each source the commands to try in another terminal meanwhile.",
            "A harvest of the sample serves the sites by itself: end this one before.",
            "Example: java -jar target/fazhi.jar sample"
        })
final class SampleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Option(names = "--seconds", paramLabel = "N", description = "End after N seconds (default: stay up).")
    private long seconds = Long.MAX_VALUE;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 0) {
            throw new UsageException("--seconds: expected 0 or more, got " + seconds);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop-sample"));
        try (SampleSite site = NightCommand.sampleSite()) {
            tell(
                    site,
                    SourceRegistry.read(options.jobs()).sources(),
                    spec.commandLine().getOut());
            stopped.await(seconds, TimeUnit.SECONDS);
        }
        return ExitCode.OK;
    }

    /** Says where the site is served, and what can be tried of each source of it. */
    static void tell(SampleSite site, List<Source> sources, PrintWriter out) {
        new TreeMap<>(site.baseByFamily())
                .forEach((family, base) -> out.println("Serving " + base + " (" + family + ")"));
        List<SampleTruth.Coverage> reports = SampleTruth.read().coverage();
        for (Source source : sources) {
            firstReport(source, reports).ifPresent(report -> {
                URI listing = source.listings().get(0).url();
                out.println(source.id() + "  " + Terminal.plain(source.publisher()));
                out.println("  sources test " + listing);
                out.println("  check " + listing.resolve(report) + " --allow-private");
            });
        }
    }

    /** The path of a report of the source that can be read. */
    private static Optional<String> firstReport(Source source, List<SampleTruth.Coverage> reports) {
        return reports.stream()
                .filter(report ->
                        report.sourceId().equals(source.id()) && report.state().equals("published"))
                .flatMap(report -> report.path().stream())
                .findFirst();
    }
}
