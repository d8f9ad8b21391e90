package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fazhi.app.batch.NightOutcome;
import org.fazhi.app.batch.NightPlan;
import org.fazhi.app.batch.NightRun;
import org.fazhi.app.batch.UnseenSources;
import org.fazhi.harvest.discovery.ListingReader;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.sample.SampleSite;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a night for a command and says what came of it. */
final class NightCommand {

    private final CommandSpec spec;
    private final NightOptions options;
    private final Clock clock = Clock.systemUTC();

    NightCommand(CommandSpec spec, NightOptions options) {
        this.spec = spec;
        this.options = options;
    }

    int harvest() {
        SourceRegistry registry = registry();
        if (!registry.nightly().sampleSite()) {
            return run(NightPlan.Kind.HARVEST, registry);
        }
        try (SampleSite site = sampleSite()) {
            out().println("The fictional sites of the sample are served at "
                    + site.baseByFamily().values());
            return run(NightPlan.Kind.HARVEST, registry);
        }
    }

    /** Takes pages from WARC files of other crawlers; the sample's sites are not served. */
    int fromWarc(List<Path> warcs) {
        for (Path file : warcs) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UsageException("--from-warc: expected readable WARC files, got " + file);
            }
        }
        return run(NightPlan.Kind.FROM_WARC, registry(), warcs);
    }

    int reprocess() {
        return run(NightPlan.Kind.REPROCESS, registry());
    }

    /** Reads the sources; with a cron that cannot be and with listing dialects that are not among the problems. */
    SourceRegistry registry() {
        SourceRegistry registry = SourceRegistry.read(options.jobs(), clock);
        List<Problem> problems = new java.util.ArrayList<>(new ListingReader().unknownDialects(registry.sources()));
        Cron.problem(registry.nightly()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return registry;
    }

    private static SampleSite sampleSite() {
        try {
            return SampleSite.start();
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private int run(NightPlan.Kind kind, SourceRegistry registry) {
        return run(kind, registry, List.of());
    }

    private int run(NightPlan.Kind kind, SourceRegistry registry, List<Path> warcs) {
        NightPlan plan = new NightPlan(kind, options.home(), registry, clock, ProgramVersion.current(), warcs);
        TerminalProgress progress = new TerminalProgress(out(), clock, System.console() != null);
        NightOutcome outcome = NightRun.run(plan, progress);
        report(outcome);
        return switch (outcome.ending()) {
            case PUBLISHED, UNCHANGED -> ExitCode.OK;
            case REFUSED -> ExitCode.PUBLISH_REFUSED;
            case FAILED, STOPPED -> ExitCode.NIGHT_FAILED;
        };
    }

    private void report(NightOutcome outcome) {
        PrintWriter out = out();
        if (outcome.isResumed()) {
            out.println("Resumed the night of " + outcome.nightId() + ".");
        }
        outcome.notes().forEach(note -> out.println(Terminal.plain(note)));
        if (!outcome.problems().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("The night ended as " + outcome.ending().code() + ":");
            outcome.problems().forEach(problem -> err.println("  " + Terminal.plain(problem)));
            err.println("Run the same command again to resume; traces stand in "
                    + options.home().resolve("reports").resolve("fazhi.log"));
        }
        Optional<Manifest> manifest = new Releases(new WarehouseHome(options.home())).current();
        manifest.ifPresent(this::table);
    }

    private void table(Manifest manifest) {
        PrintWriter out = out();
        Path file = new WarehouseHome(options.home()).published();
        out.println();
        out.println("Release " + manifest.release());
        out.printf(Locale.ROOT, "  %-14s %8d%n", "documents", rows(manifest, "mart_document"));
        out.printf(Locale.ROOT, "  %-14s %8d%n", "sections", rows(manifest, "mart_section"));
        out.printf(Locale.ROOT, "  %-14s %8d%n", "figures", rows(manifest, "mart_figure"));
        out.printf(Locale.ROOT, "  %-14s %8d%n", "observations", rows(manifest, "mart_observation"));
        out.printf(Locale.ROOT, "  %-14s %8d%n", "findings", manifest.warningCount());
        UnseenSources.read(options.home())
                .ifPresent(unseen -> out.printf(
                        Locale.ROOT, "  %-14s %8d%s%n", "unseen", unseen.count(), Terminal.plain(unseen.examples())));
        out.println();
        out.println("Warehouse: " + file);
        out.println(
                "Try:       duckdb -readonly " + file + " \"SELECT region_name, report_year, value, rank_in_province"
                        + " FROM mart_comparison WHERE indicator_code = 'reconsideration.accepted' ORDER BY ALL\"");
    }

    private static long rows(Manifest manifest, String mart) {
        return manifest.rows().getOrDefault(mart, 0L);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
