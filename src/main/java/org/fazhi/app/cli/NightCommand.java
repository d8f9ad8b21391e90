package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fazhi.app.batch.NightOutcome;
import org.fazhi.app.batch.NightPlan;
import org.fazhi.app.batch.NightRun;
import org.fazhi.app.batch.OutcomeSummary;
import org.fazhi.app.batch.UnseenSources;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.archive.WarcHead;
import org.fazhi.harvest.discovery.ListingReader;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.source.Problem;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.harvest.state.Captures.OutcomeCount;
import org.fazhi.reading.indicators.Indicator;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.sample.SampleSite;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.review.Reviews;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a night for a command and says what came of it. */
final class NightCommand {

    private final CommandSpec spec;
    private final NightOptions options;
    private final Set<String> accepted;
    private final Optional<Path> reviews;
    private final Clock clock = Clock.systemUTC();

    NightCommand(CommandSpec spec, NightOptions options) {
        this(spec, options, Set.of(), Optional.empty());
    }

    /**
     * @param accepted audits whose errors do not stop the publish
     * @param reviews a folder of reviews besides that of the home
     */
    NightCommand(CommandSpec spec, NightOptions options, Set<String> accepted, Optional<Path> reviews) {
        this.spec = spec;
        this.options = options;
        this.accepted = Set.copyOf(accepted);
        this.reviews = reviews;
    }

    int harvest() {
        SourceRegistry registry = registry();
        if (!registry.nightly().sampleSite()) {
            return run(plan(NightPlan.Kind.HARVEST, registry, List.of()));
        }
        try (SampleSite site = sampleSite()) {
            out().println("The fictional sites of the sample are served at "
                    + site.baseByFamily().values());
            return run(plan(NightPlan.Kind.HARVEST, registry, List.of()));
        }
    }

    /** Takes pages from WARC files of other crawlers; the sample's sites are not served. */
    int fromWarc(List<Path> warcs) {
        List<String> problems = new ArrayList<>();
        for (Path file : warcs) {
            WarcHead.problem(file).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new UsageException(Terminal.lines(problems));
        }
        return run(plan(NightPlan.Kind.FROM_WARC, registry(), warcs));
    }

    /** @throws UsageException where the home has no archive, for then it is another home that is meant */
    int reprocess() {
        SourceRegistry registry = registryOfAHome();
        NightPlan plan = plan(NightPlan.Kind.REPROCESS, registry, List.of());
        Path archive = options.home().resolve("archive");
        // What is wrong with a home that is no folder, or that nights have worked in, is told by the night.
        boolean isFolder = Files.isDirectory(options.home());
        boolean isNew = isFolder && !Files.exists(options.home().resolve("state"));
        if (isNew && !Archive.isIn(archive)) {
            throw new UsageException(
                    archive + ": expected an archive of WARC files to read again, got none; run harvest first");
        }
        return run(plan);
    }

    /** The sources of a home that is there; what is wrong with either is told together. */
    private SourceRegistry registryOfAHome() {
        if (Files.exists(options.home())) {
            return registry();
        }
        String problem = options.home() + ": --home: expected a home that a harvest has made, got nothing of that name;"
                + " run harvest first, or mend the name";
        try {
            registry();
        } catch (ConfigurationException e) {
            throw new UsageException(e.getMessage() + "\n" + problem);
        }
        throw new UsageException(problem);
    }

    /** Reads the sources; with a cron that cannot be and with listing dialects that are not among the problems. */
    SourceRegistry registry() {
        SourceRegistry registry = SourceRegistry.read(options.jobs(), clock);
        List<Problem> problems = new ArrayList<>(new ListingReader().unknownDialects(registry.sources()));
        Cron.problem(registry.nightly()).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return registry;
    }

    /** What people have put right, in the home and in the folder that was named. */
    private Reviews reviews(SourceRegistry registry) {
        List<Path> folders = new java.util.ArrayList<>();
        Path own = new WarehouseHome(options.home()).reviews();
        if (Files.exists(own)) {
            folders.add(own);
        }
        reviews.ifPresent(folders::add);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UsageException(folder + ": expected a folder of reviews, got none");
            }
        }
        if (folders.isEmpty()) {
            return Reviews.NONE;
        }
        Map<String, String> units = IndicatorDictionary.read().indicators().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::unit));
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), registry.nightly().zone());
        return Reviews.read(folders, units, WarehouseFiles.bundled(), today);
    }

    /** @throws UsageException where a port that the sample needs is taken */
    static SampleSite sampleSite() {
        try {
            return SampleSite.start();
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** All that the night is told, read and found right before anything is written. */
    private NightPlan plan(NightPlan.Kind kind, SourceRegistry registry, List<Path> warcs) {
        return new NightPlan(kind, options.home(), registry, clock, ProgramVersion.current(), warcs)
                .accepting(accepted)
                .reviewed(reviews(registry));
    }

    private int run(NightPlan plan) {
        TerminalProgress progress = new TerminalProgress(out(), clock, System.console() != null);
        NightOutcome outcome = NightRun.run(plan, progress);
        report(outcome);
        return switch (outcome.ending()) {
            case PUBLISHED, UNCHANGED -> ExitCode.OK;
            case REFUSED -> ExitCode.PUBLISH_REFUSED;
            case BAD_INPUT -> ExitCode.USAGE;
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
            boolean isDone = outcome.ending() == NightOutcome.Ending.REFUSED
                    || outcome.ending() == NightOutcome.Ending.BAD_INPUT;
            String next = isDone ? "Nothing was published; what stood before stands" : "Run the same command again";
            err.println(next + "; traces stand in "
                    + options.home().resolve("reports").resolve("fazhi.log"));
        }
        Optional<Manifest> manifest = new Releases(new WarehouseHome(options.home())).current();
        boolean isOfThisNight = outcome.releaseId().isPresent();
        if (!isOfThisNight && !outcome.readings().isEmpty()) {
            out.println();
            out.println("Pages read so far: " + OutcomeSummary.line(outcome.readings()));
        }
        manifest.ifPresent(standing ->
                table(standing, isOfThisNight ? Optional.of(outcome.readings()) : Optional.empty(), outcome));
    }

    /** @param readings how the pages of the release were read; empty where this night made none */
    private void table(Manifest manifest, Optional<List<OutcomeCount>> readings, NightOutcome outcome) {
        PrintWriter out = out();
        Path file = new WarehouseHome(options.home()).published();
        out.println();
        out.println("Release " + manifest.release());
        out.printf(Locale.ROOT, "  %-14s %8d%n", "documents", rows(manifest, "mart_document"));
        readings.ifPresent(counts -> KeptBack.print(out, 14, counts));
        out.printf(Locale.ROOT, "  %-14s %8d%n", "sections", rows(manifest, "mart_section"));
        out.printf(Locale.ROOT, "  %-14s %8d%n", "figures", rows(manifest, "mart_figure"));
        KeptBack.figures(out, 14, options.home());
        out.printf(Locale.ROOT, "  %-14s %8d%n", "observations", rows(manifest, "mart_observation"));
        FindingNames.print(out, 14, options.home(), manifest.warningCount());
        KeptBack.notHad(out, 14, options.home());
        UnseenSources.read(options.home())
                .ifPresent(unseen -> out.printf(
                        Locale.ROOT,
                        "  %-14s %8d%s%n",
                        "unseen",
                        unseen.count(),
                        Terminal.plain(beside(unseen.examples()))));
        KeptBack.failed(out, 14, outcome.failed());
        out.printf(
                Locale.ROOT,
                "  %-14s %8d  of %d applied%n",
                "reviews",
                manifest.reviews().applied(),
                manifest.reviews().entries());
        out.println();
        out.println("Warehouse: " + file);
        out.println("Try:       duckdb -readonly " + file
                + " \"SELECT region_name, report_year, value_text, rank_in_province"
                + " FROM mart_comparison WHERE indicator_code = 'reconsideration.accepted'"
                + " AND is_whole_year ORDER BY ALL\"");
    }

    private static String beside(String words) {
        return words.isEmpty() ? "" : "  " + words;
    }

    private static long rows(Manifest manifest, String mart) {
        return manifest.rows().getOrDefault(mart, 0L);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
