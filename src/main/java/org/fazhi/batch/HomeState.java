package org.fazhi.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fazhi.state.FetchLog;
import org.fazhi.state.Nights;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The state of a home, read without starting a night.
 *
 * @param fetches of the last night
 */
public record HomeState(Nights.Night night, List<FetchLog.StateCount> fetches) {

    public HomeState {
        fetches = List.copyOf(fetches);
    }

    /**
     * Reads the state; empty where no night was run yet.
     *
     * @throws HomeInUse where a night runs
     */
    public static Optional<HomeState> read(Path home) {
        Path file = home.resolve("state").resolve("fazhi");
        if (!Files.exists(file.resolveSibling("fazhi.mv.db"))) {
            return Optional.empty();
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            return nights(jdbc)
                    .flatMap(Nights::last)
                    .map(night -> new HomeState(night, new FetchLog(jdbc).countByState(night.nightId())));
        } catch (RuntimeException e) {
            if (HomeInUse.isCause(e)) {
                throw new HomeInUse(home, e);
            }
            throw e;
        }
    }

    /** Empty where a run was cut off before it could even make its tables. */
    private static Optional<Nights> nights(JdbcClient jdbc) {
        int tables = jdbc.sql(
                        "SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME IN ('NIGHT', 'FETCH_ATTEMPT')")
                .query(Integer.class)
                .single();
        return tables == 2 ? Optional.of(new Nights(jdbc)) : Optional.empty();
    }
}
