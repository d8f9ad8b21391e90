package org.fazhi.app.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state database of a home, read without starting a night. */
final class StateDatabase {

    private StateDatabase() {}

    /**
     * Reads from it; empty where no night was run yet, or one was cut off before it could even make its tables.
     *
     * @throws HomeInUse where a night runs
     */
    static <T> Optional<T> read(Path home, Function<JdbcClient, Optional<T>> reading) {
        Path file = home.resolve("state").resolve("fazhi");
        if (!Files.exists(file.resolveSibling("fazhi.mv.db"))) {
            return Optional.empty();
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            return hasTables(jdbc) ? reading.apply(jdbc) : Optional.empty();
        } catch (RuntimeException e) {
            if (HomeInUse.isCause(e)) {
                throw new HomeInUse(home, e);
            }
            throw e;
        }
    }

    /** True where the home was used by a program that has the table. */
    static boolean hasTable(JdbcClient jdbc, String name) {
        return jdbc.sql("SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The first and the last table of the schema. */
    private static boolean hasTables(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME IN ('NIGHT', 'PAYLOAD')")
                        .query(Integer.class)
                        .single()
                == 2;
    }
}
