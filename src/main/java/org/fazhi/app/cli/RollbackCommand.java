package org.fazhi.app.cli;

import java.util.concurrent.Callable;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets an older release stand again. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        header = "Let another kept release stand.",
        description = {
            "Its files are first found whole. Readers see it at once; the newer one is kept. It holds until the next",
            "night that has something to publish, or whose inputs are others: keep schedule stopped, mend the cause before.",
            "Exit codes: 0 done, 2 no such release or a damaged one (the old one stands), 5 another run is at work.",
            "Example: java -jar target/fazhi.jar rollback 2026-11-21-3fa85f64 --home warehouse/data"
        })
final class RollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Parameters(paramLabel = "ID", description = "A release as the command releases lists it.")
    private String id = "";

    @Override
    public Integer call() {
        return ReleaseFault.told(spec, () -> {
            Manifest manifest = new Releases(new WarehouseHome(options.home())).rollback(id);
            spec.commandLine().getOut().println("Release " + manifest.release() + " stands.");
            return ExitCode.OK;
        });
    }
}
