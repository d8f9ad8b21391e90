package org.fazhi.warehouse.load;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fazhi.harvest.fetch.FetchState;

/**
 * What the last night of each source came to: whether anything was had, and how many reports its listings named. The audits
 * {@code failing_source} and {@code shrunk_listing} hold it against the nights before, so a change of it asks for a build
 * that can be audited, though not for another release: no mart shows it.
 */
public final class SourceHealth {

    private static final Set<String> HAD = Set.of(FetchState.FETCHED.code(), FetchState.NOT_MODIFIED.code());

    private static final class Night {
        private final Instant startedAt;
        private boolean isHad;
        private long takenCount;

        private Night(Instant startedAt) {
            this.startedAt = startedAt;
        }
    }

    private final Map<String, Night> last = new TreeMap<>();

    private SourceHealth() {}

    /** Reads the log in any order to its end and closes it; holds two small things a source. */
    public static SourceHealth of(Stream<FetchAttempt> fetches) {
        SourceHealth health = new SourceHealth();
        try (fetches) {
            fetches.filter(fetch -> !fetch.kind().equals("robots")).forEach(health::add);
        }
        return health;
    }

    private void add(FetchAttempt fetch) {
        String key = fetch.sourceId() + "\t" + fetch.kind();
        Night night = last.get(key);
        if (night == null || night.startedAt.isBefore(fetch.nightStartedAt())) {
            night = new Night(fetch.nightStartedAt());
            last.put(key, night);
        }
        if (night.startedAt.equals(fetch.nightStartedAt())) {
            night.isHad |= HAD.contains(fetch.state());
            night.takenCount += fetch.takenCount().orElse(0);
        }
    }

    /** A line a source and kind of request, without the nights: the same outcome on another night is the same. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        last.forEach((key, night) -> lines.append(key)
                .append('\t')
                .append(night.isHad)
                .append('\t')
                .append(night.takenCount)
                .append('\n'));
        return lines.toString();
    }
}
