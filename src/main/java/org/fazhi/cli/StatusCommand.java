package org.fazhi.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fazhi.batch.HomeState;
import org.fazhi.batch.NightReport;
import org.fazhi.state.FetchLog;
import org.fazhi.warehouse.Manifest;
import org.fazhi.warehouse.Releases;
import org.fazhi.warehouse.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how a home stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Say how the home stands: the last night, its fetches by state, the release and those kept.",
            "Example: fazhi status --home warehouse/data"
        })
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        HomeState.read(options.home())
                .ifPresentOrElse(
                        state -> night(out, options.home(), state),
                        () -> out.println(options.home() + ": no night yet"));
        Releases releases = new Releases(new WarehouseHome(options.home()));
        releases.current()
                .ifPresentOrElse(
                        manifest -> release(out, manifest, releases.list()), () -> out.println("No release stands."));
        return ExitCode.OK;
    }

    private static void night(PrintWriter out, Path home, HomeState state) {
        out.println(
                "Last night   " + state.night().nightId() + " (" + state.night().command() + ")");
        out.println("  ended      "
                + state.night().outcome().orElse("no: it was cut off or still runs; the same command resumes it"));
        Path page = NightReport.page(home, state.night().nightId());
        if (Files.isRegularFile(page)) {
            out.println("  report     " + page);
        }
        for (FetchLog.StateCount count : state.fetches()) {
            out.printf(Locale.ROOT, "  %-10s %6d %s%n", count.kind(), count.count(), count.state());
        }
    }

    private static void release(PrintWriter out, Manifest manifest, List<Manifest> kept) {
        out.println("Release      " + manifest.release() + ", published " + manifest.publishedAt());
        manifest.rows().forEach((mart, rows) -> out.printf(Locale.ROOT, "  %-18s %8d rows%n", mart, rows));
        out.println("Kept         "
                + String.join(", ", kept.stream().map(Manifest::release).toList()));
    }
}
