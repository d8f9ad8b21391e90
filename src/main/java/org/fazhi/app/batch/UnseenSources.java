package org.fazhi.app.batch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fazhi.harvest.state.WalkLog;

/**
 * The sources of which nobody can say what they lack: they name no listing, or one that was never walked to its end.
 *
 * @param sources the ids of the first few
 * @param reasons how many for each reason, by its word, as in {@code mart_coverage.unseen_reason}
 */
public record UnseenSources(int count, List<String> sources, SortedMap<String, Integer> reasons) {

    private static final int NAMED = 5;

    public UnseenSources {
        sources = List.copyOf(sources);
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }

    static UnseenSources of(WalkLog walks) {
        SortedMap<String, String> all = walks.unseenSources();
        SortedMap<String, Integer> reasons = new TreeMap<>();
        all.values().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return new UnseenSources(all.size(), all.keySet().stream().limit(NAMED).toList(), reasons);
    }

    /** Reads them from the state of a home; empty where no night was run yet. */
    public static Optional<UnseenSources> read(Path home) {
        return StateDatabase.read(home, jdbc -> Optional.of(of(new WalkLog(jdbc))));
    }

    /**
     * What stands behind the count: the reasons with theirs, the most frequent first, and the first few sources, such as
     * {@code "2 blocked, 1 no_listing: linjiang, wuhekou, …"}; nothing where there are none.
     */
    public String examples() {
        String words = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        String named = String.join(", ", sources) + (count > sources.size() ? ", …" : "");
        return count == 0 ? "" : words + ": " + named;
    }
}
