package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fazhi.app.batch.HomeState;
import org.fazhi.app.batch.HomeUpkeep;
import org.fazhi.app.batch.NightReport;
import org.fazhi.app.batch.OutcomeSummary;
import org.fazhi.app.batch.UnseenSources;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.PublishedReports;
import org.fazhi.warehouse.release.RefusedBuild;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WarehouseHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says how a home stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = "Say how the home stands: the last night, what is damaged, outdated or due, the release that stands.",
        description = {
            "Fetches are told by state. The next night is that of --jobs.",
            "Example: java -jar target/fazhi.jar status"
        })
final class StatusCommand implements Callable<Integer> {

    private static final int LONGEST_PROBLEM = 300;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Clock clock = Clock.systemUTC();

    @Mixin
    private NightOptions options = new NightOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        HomeState.read(options.home())
                .ifPresentOrElse(
                        state -> night(out, options.home(), state),
                        () -> out.println(options.home() + ": no night yet"));
        HomeUpkeep.read(options.home(), clock.instant()).ifPresent(upkeep -> upkeep(out, options.home(), upkeep));
        UnseenSources.read(options.home())
                .ifPresent(unseen -> out.println(
                        ("Unseen       " + unseen.count() + "  " + Terminal.plain(unseen.examples())).stripTrailing()));
        out.println("Next night   " + nextNight());
        Releases releases = new Releases(new WarehouseHome(options.home()));
        releases.current()
                .ifPresentOrElse(
                        manifest -> release(out, options.home(), manifest, releases.list()),
                        () -> out.println("No release stands."));
        releases.setAside()
                .ifPresent(newer -> out.println("  set back   from " + newer.release() + ", which is newer and kept;"
                        + " the next night that has something to publish makes another"));
        refused(out, new WarehouseHome(options.home()), releases);
        releases.outdated(WarehouseFiles.bundled()).ifPresent(outdated -> out.println("  outdated   " + outdated));
        releases.damaged().forEach(damaged -> out.println("  damaged    " + Terminal.plain(damaged)));
        return ExitCode.OK;
    }

    private static void night(PrintWriter out, Path home, HomeState state) {
        out.println(
                "Last night   " + state.night().nightId() + " (" + state.night().command() + ")");
        out.println("  ended      "
                + state.night().outcome().orElse(state.isRunning() ? "not yet: it runs" : "no: it was cut off")
                + (state.isResumable() ? "; " + state.night().command() + " over the same jobs resumes it" : ""));
        Path page = NightReport.page(home, state.night().nightId());
        if (Files.isRegularFile(page)) {
            out.println("  report     " + page);
        }
        for (FetchLog.StateCount count : state.fetches()) {
            out.printf(Locale.ROOT, "  %-10s %6d %s%n", count.kind(), count.count(), count.state());
        }
    }

    private static void upkeep(PrintWriter out, Path home, HomeUpkeep upkeep) {
        out.println("Archive      " + upkeep.captures() + " pages; " + upkeep.dueLinks()
                + (upkeep.dueLinks() == 1 ? " page" : " pages") + " to be asked for by the next night");
        if (upkeep.unread() > 0) {
            out.println("  unread     " + upkeep.unread() + " pages; the next night reads them");
        }
        if (upkeep.outdated() > 0) {
            out.println(
                    "  outdated   " + upkeep.outdated()
                            + " pages read by another version of program, dictionary or source; the next night reads them again");
        }
        upkeep.missing()
                .forEach((file, pages) -> out.println("  missing    "
                        + home.resolve("archive").resolve(file) + " with " + pages
                        + " pages; put it back, or they cannot be read again"));
    }

    private String nextNight() {
        try {
            NightCommand night = new NightCommand(spec, options);
            return Cron.next(night.registry().nightly(), clock)
                    .map(next -> next + " by the cron, where schedule runs")
                    .orElse("never: the cron does not come round again");
        } catch (ConfigurationException e) {
            return "unknown: " + Terminal.clip(String.valueOf(e.getMessage()), LONGEST_PROBLEM);
        }
    }

    /** What the last night built and did not publish. */
    private static void refused(PrintWriter out, WarehouseHome home, Releases releases) {
        try {
            RefusedBuild.of(home)
                    .ifPresent(refused -> out.println("Refused      " + String.join(", ", refused.audits())
                            + releases.standing()
                                    .map(id -> "; diff " + id + " " + RefusedBuild.NAME + " says what differs")
                                    .orElse("")));
        } catch (WarehouseException e) {
            out.println("Refused      unknown: " + Terminal.clip(String.valueOf(e.getMessage()), LONGEST_PROBLEM));
        }
    }

    /** What was read for the release and is not in its marts. */
    private static void readings(PrintWriter out, Path home) {
        try (PublishedReports reports = PublishedReports.open(new WarehouseHome(home))) {
            KeptBack.print(out, 18, OutcomeSummary.of(reports.readings()));
        } catch (WarehouseException e) {
            out.println("  readings   unknown: " + Terminal.clip(String.valueOf(e.getMessage()), LONGEST_PROBLEM));
        }
    }

    private static void release(PrintWriter out, Path home, Manifest manifest, List<Manifest> kept) {
        out.println("Release      " + manifest.release() + ", published " + manifest.publishedAt());
        manifest.rows().forEach((mart, rows) -> out.printf(Locale.ROOT, "  %-18s %8d rows%n", mart, rows));
        readings(out, home);
        KeptBack.figures(out, 18, home);
        KeptBack.notHad(out, 18, home);
        FindingNames.print(out, 18, home, manifest.warningCount());
        manifest.accepted()
                .forEach(accepted -> out.println("  accepted   " + accepted.audit() + ", " + accepted.rowCount()
                        + " rows: " + Terminal.plain(accepted.title())));
        out.printf(
                Locale.ROOT,
                "  %-18s %8d  of %d applied%n",
                "reviews",
                manifest.reviews().applied(),
                manifest.reviews().entries());
        out.println("Kept         "
                + String.join(", ", kept.stream().map(Manifest::release).toList()));
    }
}
