package org.fazhi.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the archive again and publishes what comes of it. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description = {
            "Read every archived page again and publish: extract, load, audit, publish. Opens no socket.",
            "A home without an archive is an error. With --accept it is published in spite of the audit named.",
            "Example: fazhi reprocess --jobs jobs/cn --home warehouse/data"
        })
final class ReprocessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Mixin
    private AcceptOption accept = new AcceptOption();

    @Option(
            names = "--reviews",
            paramLabel = "DIR",
            description = "Folder of reviews besides reviews/ of the home: what people have put right, as YAML.")
    private Optional<Path> reviews = Optional.empty();

    @Override
    public Integer call() {
        return new NightCommand(spec, options, accept.audits(), reviews).reprocess();
    }
}
