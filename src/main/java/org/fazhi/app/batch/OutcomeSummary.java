package org.fazhi.app.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fazhi.harvest.state.Captures.OutcomeCount;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.release.ReadingCount;

/** Says of pages that were read how many came to what, and why: what is read is told. */
public final class OutcomeSummary {

    private OutcomeSummary() {}

    /** What a release says of its readings, as the state counts its own. */
    public static List<OutcomeCount> of(List<ReadingCount> readings) {
        return readings.stream()
                .map(count -> new OutcomeCount(count.outcome(), count.reason(), count.count()))
                .toList();
    }

    /** How many pages came to an outcome. */
    public static int count(List<OutcomeCount> counts, Extract.Outcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome().equals(outcome.code()))
                .mapToInt(OutcomeCount::count)
                .sum();
    }

    /** Such as {@code 88 chrome_only, 2 too_short}; empty where no page came to the outcome. */
    public static String reasons(List<OutcomeCount> counts, Extract.Outcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome().equals(outcome.code())
                        && !count.reason().isEmpty())
                .map(count -> count.count() + " " + count.reason())
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code 5 loaded, 90 quarantined (88 chrome_only, 2 too_short), 0 ignored}. */
    public static String line(List<OutcomeCount> counts) {
        List<String> parts = new ArrayList<>();
        for (Extract.Outcome outcome : Extract.Outcome.values()) {
            String reasons = reasons(counts, outcome);
            parts.add(count(counts, outcome) + " " + outcome.code() + (reasons.isEmpty() ? "" : " (" + reasons + ")"));
        }
        return String.join(", ", parts);
    }
}
