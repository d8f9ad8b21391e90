package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of this home. */
public final class Nights {

    private final JdbcClient jdbc;

    public Nights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One run.
     *
     * @param outcome {@code published}, {@code unchanged}, {@code refused}, {@code failed}; empty while it runs
     */
    public record Night(
            String nightId,
            String command,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<String> outcome,
            Optional<String> releaseId) {}

    /** Starts a run; one started before under the same id goes on. */
    public void start(String nightId, String command, Instant startedAt) {
        int resumed = jdbc.sql("UPDATE night SET ended_at = NULL, outcome = NULL WHERE night_id = ?")
                .param(nightId)
                .update();
        if (resumed == 0) {
            jdbc.sql("INSERT INTO night (night_id, command, started_at) VALUES (?, ?, ?)")
                    .param(nightId)
                    .param(command)
                    .param(text(startedAt))
                    .update();
        }
    }

    public void end(String nightId, Instant endedAt, String outcome, Optional<String> releaseId) {
        jdbc.sql("UPDATE night SET ended_at = ?, outcome = ?, release_id = ? WHERE night_id = ?")
                .param(text(endedAt))
                .param(outcome)
                .param(releaseId.orElse(null))
                .param(nightId)
                .update();
    }

    public Optional<Night> find(String nightId) {
        return jdbc.sql("SELECT * FROM night WHERE night_id = ?")
                .param(nightId)
                .query((row, number) -> night(row))
                .optional();
    }

    /** The run that was started last. */
    public Optional<Night> last() {
        return jdbc.sql("SELECT * FROM night ORDER BY started_at DESC LIMIT 1")
                .query((row, number) -> night(row))
                .optional();
    }

    private static Night night(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Night(
                row.getString("night_id"),
                row.getString("command"),
                instant(row, "started_at"),
                Optional.ofNullable(row.getString("ended_at")).map(Instant::parse),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getString("release_id")));
    }
}
