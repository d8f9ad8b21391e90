package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.fazhi.app.batch.OutcomeSummary;
import org.fazhi.harvest.state.Captures.OutcomeCount;
import org.fazhi.reading.Extract;

/** Prints the rows of a table that say how many pages were read and are not among the documents, and why; none, too. */
final class KeptBack {

    private KeptBack() {}

    /** @param width of the names before the counts */
    static void print(PrintWriter out, int width, List<OutcomeCount> readings) {
        for (Extract.Outcome outcome : List.of(Extract.Outcome.QUARANTINED, Extract.Outcome.IGNORED)) {
            int count = OutcomeSummary.count(readings, outcome);
            String reasons = count == 0 ? "" : "  " + OutcomeSummary.reasons(readings, outcome);
            out.printf(Locale.ROOT, "  %-" + width + "s %8d%s%n", outcome.code(), count, Terminal.plain(reasons));
        }
    }
}
