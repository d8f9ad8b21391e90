package org.fazhi.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the archive again and publishes what comes of it. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description = {
            "Read every archived page again and publish: extract, load, audit, publish. Opens no socket.",
            "A home without an archive is an error. With --accept it is published in spite of the audit named.",
            "Example: java -jar target/fazhi.jar reprocess"
        })
final class ReprocessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Mixin
    private AcceptOption accept = new AcceptOption();

    @Mixin
    private ReviewsOption reviews = new ReviewsOption();

    @Override
    public Integer call() {
        return new NightCommand(spec, options, accept.audits(), reviews.folder()).reprocess();
    }
}
