package org.fazhi.app.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLErrorCodes;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteErrorCode;

/**
 * The state database of a home: one SQLite file. Writers wait for one another, a commit is on the disk when it returns, and
 * who reads sees what was committed when he began, also while a night runs.
 */
final class StateDatabase {

    /** How long a writer waits for another; a night that runs holds the file for the time of one commit. */
    private static final int BUSY_MILLISECONDS = 60_000;

    /** Connections that the work on a host may hold at once: one it has read with, and one to write. */
    private static final int CONNECTIONS_A_HOST = 2;

    /** For the job, for who asks it to stop, and for the readers of the archive. */
    private static final int OTHER_CONNECTIONS = 16;

    private StateDatabase() {}

    /** The file in the folder of a home's state. */
    static Path file(Path stateFolder) {
        return stateFolder.resolve("fazhi.db");
    }

    /** Properties of Spring Boot for the state of a night; each may be set otherwise from outside, for another database. */
    static Map<String, Object> properties(Path stateFolder, int hosts) {
        return Map.of(
                "spring.datasource.url",
                url(file(stateFolder)) + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&busy_timeout="
                        + BUSY_MILLISECONDS,
                "spring.datasource.hikari.maximum-pool-size",
                CONNECTIONS_A_HOST * hosts + OTHER_CONNECTIONS,
                "spring.datasource.hikari.minimum-idle",
                1,
                "spring.batch.jdbc.initialize-schema",
                "always",
                "spring.batch.jdbc.isolation-level-for-create",
                "default",
                "spring.sql.init.mode",
                "always",
                "spring.sql.init.schema-locations",
                "classpath:org/fazhi/harvest/state/schema.sql");
    }

    /** A path may hold what has a meaning in the address of a database. */
    static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
    }

    /** Tells a row that does not fit from a database that fails: SQLite gives no SQLSTATE. */
    static SQLExceptionTranslator faults() {
        SQLErrorCodes codes = new SQLErrorCodes();
        codes.setDataIntegrityViolationCodes(Integer.toString(SQLiteErrorCode.SQLITE_CONSTRAINT.code));
        return new SQLErrorCodeSQLExceptionTranslator(codes);
    }

    /** Reads from it; empty where no night was run yet, or one was cut off before it could even make its tables. */
    static <T> Optional<T> read(Path home, Function<JdbcClient, Optional<T>> reading) {
        Path file = file(home.resolve("state"));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // Beside a file that is being written, who reads it keeps a note there; where he may not, nothing else is
        // written.
        String further = Files.isWritable(file.getParent()) ? "" : "&immutable=1";
        DriverManagerDataSource database =
                new DriverManagerDataSource(url(file) + "?open_mode=1&busy_timeout=" + BUSY_MILLISECONDS + further);
        JdbcClient jdbc = JdbcClient.create(database);
        return tables(database).containsAll(List.of("night", "payload")) ? reading.apply(jdbc) : Optional.empty();
    }

    private static List<String> tables(DriverManagerDataSource database) {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, StateDatabase::tables);
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(database.getUrl() + ": expected the state of a home", e);
        }
    }

    private static List<String> tables(DatabaseMetaData database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = database.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
