package org.fazhi.app.batch;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.harvest.state.Nights;
import org.fazhi.harvest.state.WalkLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the state database of a home holds of each source, read without starting a night.
 *
 * @param night the last one
 * @param bySource by source id
 * @param unseen why nobody can say what a source lacks, by source id, as {@link WalkLog#unseenSources} has it
 */
public record SourceStates(String night, Map<String, SourceState> bySource, SortedMap<String, String> unseen) {

    public SourceStates {
        bySource = Map.copyOf(bySource);
        unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
    }

    /**
     * The state of one source; each map counts by word.
     *
     * @param robots the last night's fetches of robots.txt, by state; a copy counts for a day
     * @param listings the last night's fetches of listing pages, by state
     * @param documents the last night's fetches of documents, by state
     * @param taken links that are wanted, by their last state; {@code new} where they were not tried yet
     * @param rejected links that are not, by reason
     */
    public record SourceState(
            Map<String, Long> robots,
            Map<String, Long> listings,
            Map<String, Long> documents,
            Map<String, Long> taken,
            Map<String, Long> rejected) {

        static SourceState empty() {
            return new SourceState(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    /**
     * Reads the states; empty where no night was run yet.
     */
    public static Optional<SourceStates> read(Path home) {
        return StateDatabase.read(
                home,
                jdbc -> new Nights(jdbc)
                        .last()
                        .map(night -> new SourceStates(night.nightId(), states(jdbc, night.nightId()), unseen(jdbc))));
    }

    private static SortedMap<String, String> unseen(JdbcClient jdbc) {
        return new WalkLog(jdbc).unseenSources();
    }

    private static Map<String, SourceState> states(JdbcClient jdbc, String night) {
        Map<String, SourceState> states = new LinkedHashMap<>();
        jdbc.sql("SELECT source_id, kind, state, count(*) AS n FROM fetch_attempt WHERE night_id = ?"
                        + " GROUP BY source_id, kind, state")
                .param(night)
                .query(row -> {
                    SourceState state = states.computeIfAbsent(row.getString("source_id"), id -> SourceState.empty());
                    Map<String, Long> counts = switch (row.getString("kind")) {
                        case "robots" -> state.robots();
                        case "listing" -> state.listings();
                        default -> state.documents();
                    };
                    counts.put(row.getString("state"), row.getLong("n"));
                });
        jdbc.sql("SELECT source_id, is_taken, CASE WHEN is_taken THEN coalesce(state, 'new') ELSE reason END AS word,"
                        + " count(*) AS n FROM link GROUP BY source_id, is_taken, word")
                .query(row -> {
                    SourceState state = states.computeIfAbsent(row.getString("source_id"), id -> SourceState.empty());
                    (row.getBoolean("is_taken") ? state.taken() : state.rejected())
                            .put(row.getString("word"), row.getLong("n"));
                });
        return states;
    }
}
