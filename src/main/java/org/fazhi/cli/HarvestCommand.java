package org.fazhi.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Harvests the sources from crawl to published release. */
@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description = {
            "Crawl the sources, read their reports and publish the warehouse (the default command).",
            "A night that was killed or failed is resumed by running the same command again.",
            "Example: fazhi harvest --jobs jobs/cn --home warehouse/data"
        })
final class HarvestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Override
    public Integer call() {
        return new NightCommand(spec, options).harvest();
    }
}
