package org.fazhi.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fazhi.warehouse.export.ReleaseExport;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.DuckSettings;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a release out for programs that do not read DuckDB. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        header = "Write a release to a new folder as CSV, Parquet, or one wide table a year.",
        description = {
            "csv (a file a mart, for Excel too: formulas are defused by an apostrophe), parquet (a file a mart) or",
            "wide (wide_2024.csv, a file a year: a row an issuing body, a column an indicator;",
            "indicators.csv names them). The folder appears whole or not at all.",
            "wide holds values of the whole year; part_year_count says how many others a row has. --part-year writes",
            "those too, each marked in the column CODE.part_year beside it (to 2024-10, cumulative to 2024-12).",
            "Exit codes: 0 done, 2 the release or the folder cannot be used.",
            "Example: java -jar target/fazhi.jar export --format wide --to export-2026 --home warehouse/data"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NightOptions options = new NightOptions();

    @Option(names = "--format", defaultValue = "csv", description = "csv, parquet or wide (default: csv).")
    private String format = "csv";

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A folder that is not there yet.")
    private Path folder = Path.of("");

    @Option(
            names = "--part-year",
            description = "With wide: values of a part of the year and running totals too, marked in a column beside.")
    private boolean partYear;

    @Option(names = "--release", paramLabel = "ID", description = "A kept release (default: the one that stands).")
    private Optional<String> release = Optional.empty();

    @Override
    public Integer call() {
        return ReleaseFault.told(spec, () -> {
            WarehouseHome home = new WarehouseHome(options.home());
            String id = release.or(() -> new Releases(home).standing())
                    .orElseThrow(() -> new UsageException(options.home() + ": expected a release, got none"));
            List<Path> files = new ReleaseExport(home, DuckSettings.DEFAULT).export(id, format(), partYear(), folder);
            files.forEach(file -> spec.commandLine().getOut().println(file));
            return ExitCode.OK;
        });
    }

    private ReleaseExport.PartYear partYear() {
        if (partYear && format() != ReleaseExport.Format.WIDE) {
            throw new UsageException("--part-year: expected --format wide, got " + format);
        }
        return partYear ? ReleaseExport.PartYear.MARKED : ReleaseExport.PartYear.LEFT_OUT;
    }

    private ReleaseExport.Format format() {
        return Stream.of(ReleaseExport.Format.values())
                .filter(known -> known.code().equals(format.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("--format: expected csv, parquet or wide, got " + format));
    }
}
