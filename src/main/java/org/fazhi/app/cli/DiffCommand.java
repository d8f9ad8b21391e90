package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.fazhi.warehouse.release.RefusedBuild;
import org.fazhi.warehouse.release.ReleaseChange;
import org.fazhi.warehouse.release.ReleaseDiff;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two releases. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        header = "Say what differs between two kept releases, row by row, and why.",
        description = {
            "A row is tab-separated and ends with its reason: new_report, new_version, rule_changed (same",
            "pages, read otherwise), review, source_gone, archive_lost (no longer in the archive), or",
            "not_yet_read where B is the older one. The counts follow on stderr.",
            "Exit codes: 0 done, 2 no such release.",
            "Example: java -jar target/fazhi.jar diff 2026-11-21-3fa85f64 2026-11-22-5c4da05b --home warehouse/data",
            "Example: java -jar target/fazhi.jar diff 2026-11-21-3fa85f64 refused --home warehouse/data"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The release to compare with.")
    private String before = "";

    @Parameters(
            index = "1",
            paramLabel = "AFTER",
            description = "The release that is compared; refused: what the last night built and did not publish.")
    private String after = "";

    @Override
    public Integer call() {
        return ReleaseFault.told(spec, () -> {
            WarehouseHome home = new WarehouseHome(options.home());
            Releases releases = new Releases(home);
            releases.find(before);
            boolean isRefused = after.equals(RefusedBuild.NAME);
            if (!isRefused) {
                releases.find(after);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("subject\tchange\treason\tregion_code\tissuer_kind\treport_year\tindicator_code\tfield"
                    + "\tvalue_before\tvalue_after\turl\tissuer_name");
            Map<String, Integer> counts = new TreeMap<>();
            ReleaseDiff diff = new ReleaseDiff(home, WarehouseFiles.bundled(), DuckSettings.DEFAULT);
            Consumer<ReleaseChange> reader = row -> {
                counts.merge(row.subject() + " " + row.change() + ", " + row.reason(), 1, Integer::sum);
                out.println(line(row));
            };
            if (isRefused) {
                diff.refused(before, reader);
            } else {
                diff.between(before, after, reader);
            }
            PrintWriter err = spec.commandLine().getErr();
            counts.forEach((kind, count) -> err.println(count + " " + kind));
            if (counts.isEmpty()) {
                err.println("Nothing differs.");
            }
            return ExitCode.OK;
        });
    }

    private static String line(ReleaseChange row) {
        return String.join(
                "\t",
                row.subject(),
                row.change(),
                row.reason(),
                Terminal.plain(row.regionCode()),
                row.issuerKind(),
                row.reportYear(),
                row.indicatorCode(),
                row.field(),
                Terminal.plain(row.before()),
                Terminal.plain(row.after()),
                Terminal.plain(row.url()),
                Terminal.plain(row.issuerName()));
    }
}
