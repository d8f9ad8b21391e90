package org.fazhi.app.batch;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.release.Manifest;
import org.fazhi.warehouse.release.PublishedReports;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;

/**
 * What is not in the marts, and what people have put right, in the words of the night's last table.
 *
 * @param quarantined pages kept back with a reason
 * @param ignored pages that are no report
 * @param notHad reports known by their address and not had, by state of coverage in the release that stands; none where no
 *     release stands; empty where its file does not tell
 * @param figures figures of the documents of that release that were kept back, by reason; as {@code notHad} where it does not
 *     tell
 * @param reviewsApplied entries of reviews that fit something in the release that stands
 * @param reviewEntries all entries it was made with
 */
public record NightCounts(
        int quarantined,
        int ignored,
        Optional<SortedMap<String, Integer>> notHad,
        Optional<SortedMap<String, Integer>> figures,
        long reviewsApplied,
        long reviewEntries) {

    static NightCounts of(NightOutcome outcome, Optional<Manifest> standing, WarehouseHome home) {
        return new NightCounts(
                OutcomeSummary.count(outcome.readings(), Extract.Outcome.QUARANTINED),
                OutcomeSummary.count(outcome.readings(), Extract.Outcome.IGNORED),
                standing.isPresent() ? notHad(home) : Optional.of(new TreeMap<>()),
                standing.isPresent() ? figures(home) : Optional.of(new TreeMap<>()),
                standing.map(manifest -> manifest.reviews().applied()).orElse(0L),
                standing.map(manifest -> manifest.reviews().entries()).orElse(0L));
    }

    /** Reports known and not had, in the release that stands; empty where its file cannot be read, or does not tell. */
    public static Optional<SortedMap<String, Integer>> notHad(WarehouseHome home) {
        return told(home, PublishedReports::notHad);
    }

    /** Figures kept back in the release that stands; empty where its file cannot be read, or does not tell. */
    public static Optional<SortedMap<String, Integer>> figures(WarehouseHome home) {
        return told(home, PublishedReports::figuresKeptBack);
    }

    private static Optional<SortedMap<String, Integer>> told(
            WarehouseHome home, Function<PublishedReports, SortedMap<String, Integer>> counts) {
        try (PublishedReports reports = PublishedReports.open(home)) {
            return Optional.of(counts.apply(reports));
        } catch (WarehouseException e) {
            return Optional.empty();
        }
    }

    /** How many together; {@code ?} where that is not known. */
    public static String total(Optional<SortedMap<String, Integer>> told) {
        return told.map(counts -> String.valueOf(
                        counts.values().stream().mapToInt(Integer::intValue).sum()))
                .orElse("?");
    }

    /** Such as {@code 2 blocked, 2 gone}; the empty text where there are none. */
    public static String states(Optional<SortedMap<String, Integer>> told) {
        return told.map(counts -> counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")))
                .orElse("the release's file does not tell");
    }
}
