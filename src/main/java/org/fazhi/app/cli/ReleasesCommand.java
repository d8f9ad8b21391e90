package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the releases that are kept. */
@Command(
        name = "releases",
        mixinStandardHelpOptions = true,
        description = {
            "List the releases that are kept, the newest first; * marks the one that stands.",
            "Exit codes: 0 done, 2 a release is damaged.",
            "Example: java -jar target/fazhi.jar releases --home warehouse/data --verify"
        })
final class ReleasesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Option(names = "--verify", description = "Hold every file against the SHA-256 in its manifest.")
    private boolean isVerifying;

    @Override
    public Integer call() {
        return ReleaseFault.told(spec, () -> {
            Releases releases = new Releases(new WarehouseHome(options.home()));
            List<String> problems = list(releases);
            problems.forEach(problem -> spec.commandLine().getErr().println(Terminal.plain(problem)));
            return problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
        });
    }

    private List<String> list(Releases releases) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> problems = new java.util.ArrayList<>(releases.damaged());
        List<Manifest> kept = releases.list();
        if (kept.isEmpty()) {
            out.println(options.home() + ": no release yet");
            return problems;
        }
        Optional<String> standing = releases.standing();
        out.printf(
                Locale.ROOT,
                "  %-20s %-20s %9s %9s %12s %8s  %s%n",
                "release",
                "published (UTC)",
                "documents",
                "figures",
                "observations",
                "warnings",
                "written by");
        for (Manifest manifest : kept) {
            out.printf(
                    Locale.ROOT,
                    "%s %-20s %-20s %9d %9d %12d %8d  %s%n",
                    standing.filter(manifest.release()::equals).isPresent() ? "*" : " ",
                    manifest.release(),
                    manifest.publishedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                    manifest.rows().getOrDefault("mart_document", 0L),
                    manifest.rows().getOrDefault("mart_figure", 0L),
                    manifest.rows().getOrDefault("mart_observation", 0L),
                    manifest.warningCount(),
                    manifest.codeVersion());
            manifest.accepted()
                    .forEach(accepted -> out.println("    accepted " + accepted.audit() + ", " + accepted.rowCount()
                            + " rows: " + Terminal.plain(accepted.title())));
            if (isVerifying) {
                problems.addAll(releases.verify(manifest));
            }
        }
        if (isVerifying && problems.isEmpty()) {
            out.println("Every file of " + kept.size() + (kept.size() == 1 ? " release" : " releases")
                    + " has the SHA-256 that its manifest says.");
        }
        return problems;
    }
}
