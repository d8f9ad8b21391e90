package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.Frontier.clip;
import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every attempt to fetch, one row each. */
public final class FetchLog {

    private final JdbcClient jdbc;

    public FetchLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One attempt.
     *
     * @param kind {@code listing}, {@code document} or {@code robots}
     * @param state the named state it ended in
     * @param bytes size of the body as received after decompression
     * @param attempts how often it was tried, retries included
     * @param reason why it is not a success; empty for one
     * @param takenCount links held to be reports that a listing page gave; empty for every other request and failure
     */
    public record Entry(
            String nightId,
            String sourceId,
            String url,
            String kind,
            String state,
            OptionalInt httpStatus,
            Instant startedAt,
            Duration duration,
            long bytes,
            int attempts,
            String reason,
            OptionalInt takenCount) {

        /** The same attempt, with the links that its page gave. */
        public Entry withTakenCount(int count) {
            return new Entry(
                    nightId,
                    sourceId,
                    url,
                    kind,
                    state,
                    httpStatus,
                    startedAt,
                    duration,
                    bytes,
                    attempts,
                    reason,
                    OptionalInt.of(count));
        }
    }

    public void add(Entry entry) {
        jdbc.sql(
                        "INSERT INTO fetch_attempt (night_id, source_id, url, kind, state, http_status, started_at, duration_ms,"
                                + " bytes, attempts, reason, taken_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(entry.nightId())
                .param(entry.sourceId())
                .param(clip(entry.url(), 4000))
                .param(entry.kind())
                .param(entry.state())
                .param(entry.httpStatus().isPresent() ? entry.httpStatus().getAsInt() : null)
                .param(text(entry.startedAt()))
                .param(entry.duration().toMillis())
                .param(entry.bytes())
                .param(entry.attempts())
                .param(clip(entry.reason(), 1000))
                .param(entry.takenCount().isPresent() ? entry.takenCount().getAsInt() : null)
                .update();
    }

    /** On how many nights an address has answered, since it last gave a page, that there is none. */
    public int goneNights(String sourceId, URI url, Instant lastHadAt) {
        return jdbc.sql("SELECT count(DISTINCT night_id) FROM fetch_attempt WHERE source_id = ? AND url = ?"
                        + " AND state IN ('gone', 'soft_404') AND started_at > ?")
                .param(sourceId)
                .param(clip(url.toString(), 4000))
                .param(text(lastHadAt))
                .query(Integer.class)
                .single();
    }

    /** Adds an attempt that another crawler made, unless it is there from an earlier import. */
    public void addOnce(Entry entry) {
        int known = jdbc.sql("SELECT count(*) FROM fetch_attempt WHERE source_id = ? AND url = ? AND kind = ?"
                        + " AND started_at = ?")
                .param(entry.sourceId())
                .param(clip(entry.url(), 4000))
                .param(entry.kind())
                .param(text(entry.startedAt()))
                .query(Integer.class)
                .single();
        if (known == 0) {
            add(entry);
        }
    }

    /** True where a night has written down how an attempt ended. */
    public boolean isWritten(String nightId, String sourceId, String url) {
        return jdbc.sql("SELECT count(*) FROM fetch_attempt WHERE night_id = ? AND source_id = ? AND url = ?")
                        .param(nightId)
                        .param(sourceId)
                        .param(clip(url, 4000))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** All attempts, the oldest first. Close the stream. */
    public Stream<Entry> all() {
        return jdbc
                .sql("SELECT * FROM fetch_attempt ORDER BY started_at, source_id, url, kind")
                .query((row, number) -> {
                    int status = row.getInt("http_status");
                    OptionalInt httpStatus = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
                    int taken = row.getInt("taken_count");
                    OptionalInt takenCount = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(taken);
                    return new Entry(
                            row.getString("night_id"),
                            row.getString("source_id"),
                            row.getString("url"),
                            row.getString("kind"),
                            row.getString("state"),
                            httpStatus,
                            instant(row, "started_at"),
                            Duration.ofMillis(row.getLong("duration_ms")),
                            row.getLong("bytes"),
                            row.getInt("attempts"),
                            row.getString("reason"),
                            takenCount);
                })
                .stream();
    }

    /** How many attempts of a night ended in each state, by kind: rows of kind, state, count. */
    public List<StateCount> countByState(String nightId) {
        return jdbc.sql("SELECT kind, state, count(*) AS n FROM fetch_attempt WHERE night_id = ?"
                        + " GROUP BY kind, state ORDER BY kind, state")
                .param(nightId)
                .query((row, number) -> new StateCount(row.getString("kind"), row.getString("state"), row.getInt("n")))
                .list();
    }

    /** A count of attempts. */
    public record StateCount(String kind, String state, int count) {}
}
