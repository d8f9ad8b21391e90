package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what the state says of times that are still to come. A clock that once ran ahead leaves them, and then links are not
 * asked for, and old walks pass for the last ones, until the present has caught up.
 */
public final class StateClock {

    /** A clock that is set right again at night goes back by less. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    public StateClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What stood ahead of the present.
     *
     * @param latest when the last night began, or the last link was asked for, by what the state says; empty where nothing
     *     stood ahead
     * @param links that are due now
     * @param walks through listings that are forgotten: when they were, and so what they prove, nobody knows
     */
    public record Ahead(Optional<Instant> latest, int links, int walks) {}

    /** Brings all due times within the longest rest from now, and forgets what can only be known by its time. */
    public Ahead mend(Instant now) {
        Instant limit = now.plus(TOLERANCE);
        Optional<Instant> latest = jdbc.sql(
                        "SELECT max(at) AS latest FROM (SELECT max(started_at) AS at FROM night"
                                + " UNION ALL SELECT max(attempted_at) FROM link UNION ALL SELECT max(ended_at) FROM listing_walk) known")
                .query((row, number) -> Optional.ofNullable(row.getString("latest")))
                .single()
                .map(Instant::parse)
                .filter(limit::isBefore);
        int links = jdbc.sql(
                        "UPDATE link SET due_at = ?, attempted_at = CASE WHEN attempted_at > ? THEN ? ELSE attempted_at END WHERE attempted_at > ? OR due_at > ?")
                .param(text(now))
                .param(text(now))
                .param(text(now))
                .param(text(limit))
                .param(text(limit.plus(Frontier.LONGEST_REST)))
                .update();
        int walks = jdbc.sql("DELETE FROM listing_walk WHERE ended_at > ?")
                .param(text(limit))
                .update();
        jdbc.sql("DELETE FROM robots WHERE fetched_at > ?").param(text(limit)).update();
        jdbc.sql("UPDATE night SET started_at = ? WHERE started_at > ?")
                .param(text(now.minusMillis(1)))
                .param(text(limit))
                .update();
        return new Ahead(latest, links, walks);
    }
}
