package org.fazhi.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Harvests the sources from crawl to published release. */
@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description = {
            "Crawl the sources, read their reports and publish the warehouse (the default command).",
            "A night that was killed or failed is resumed by running the same command again.",
            "With --from-warc nothing is asked of the network: listings and reports are looked for in the files.",
            "With --accept a release is published in spite of the audit named.",
            "Example: java -jar target/fazhi.jar harvest --jobs jobs/cn --home ../fazhi-cn",
            "Example: java -jar target/fazhi.jar harvest --jobs jobs/cn --from-warc crawl-00.warc.gz crawl-01.warc.gz"
        })
final class HarvestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Mixin
    private AcceptOption accept = new AcceptOption();

    @Option(
            names = "--from-warc",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Take the sources' pages from WARC files (.warc, .warc.gz) of browsertrix, Heritrix, Common"
                    + " Crawl and others in place of the network.")
    private List<Path> warcs = List.of();

    @Mixin
    private ReviewsOption reviews = new ReviewsOption();

    @Override
    public Integer call() {
        NightCommand night = new NightCommand(spec, options, accept.audits(), reviews.folder());
        return warcs.isEmpty() ? night.harvest() : night.fromWarc(warcs);
    }
}
