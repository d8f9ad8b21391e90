package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.fazhi.app.batch.NightCounts;
import org.fazhi.app.batch.OutcomeSummary;
import org.fazhi.harvest.state.Captures.OutcomeCount;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.store.WarehouseHome;

/** Prints the rows of a table that say how many pages were read and are not among the documents, and why; none, too. */
final class KeptBack {

    private KeptBack() {}

    /** Reports that are known by their address and were not had, in the release that stands; no 0 where that is not known. */
    static void notHad(PrintWriter out, int width, Path home) {
        row(out, width, "unread", NightCounts.notHad(new WarehouseHome(home)));
    }

    /** Figures of the release's documents that are not in its marts; none, too, and no 0 where that is not known. */
    static void figures(PrintWriter out, int width, Path home) {
        row(out, width, "kept back", NightCounts.figures(new WarehouseHome(home)));
    }

    /** Items of the night on which the program itself failed, by step; none, too. */
    static void failed(PrintWriter out, int width, SortedMap<String, Integer> failed) {
        row(out, width, "faults", Optional.of(failed));
    }

    private static void row(PrintWriter out, int width, String name, Optional<SortedMap<String, Integer>> counts) {
        String states = NightCounts.states(counts);
        out.printf(
                Locale.ROOT,
                "  %-" + width + "s %8s%s%n",
                name,
                NightCounts.total(counts),
                states.isEmpty() ? "" : "  " + Terminal.plain(states));
    }

    /** @param width of the names before the counts */
    static void print(PrintWriter out, int width, List<OutcomeCount> readings) {
        for (Extract.Outcome outcome : List.of(Extract.Outcome.QUARANTINED, Extract.Outcome.IGNORED)) {
            int count = OutcomeSummary.count(readings, outcome);
            String reasons = count == 0 ? "" : "  " + OutcomeSummary.reasons(readings, outcome);
            out.printf(Locale.ROOT, "  %-" + width + "s %8d%s%n", outcome.code(), count, Terminal.plain(reasons));
        }
    }
}
