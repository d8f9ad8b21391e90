package org.fazhi.app.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Whether the state database of a home is whole when a night begins. One that is not is moved aside and never deleted, so that
 * the night begins with none.
 *
 * @param said what was found and done; empty where it is whole or there is none
 */
record StateDamage(Optional<String> said) {

    /** The file and what SQLite keeps beside it. */
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm", "-journal");

    /** Kept by programs before SQLite. */
    private static final String OLDER = "fazhi.mv.db";

    /**
     * Looks at it, and moves it aside where it is damaged.
     *
     * @throws UncheckedIOException where it cannot be moved
     * @throws IllegalStateException where it cannot be looked at, though nothing says that it is damaged
     */
    static StateDamage mend(Path stateFolder, Instant now) {
        Path file = StateDatabase.file(stateFolder);
        if (!Files.exists(file)) {
            return new StateDamage(older(stateFolder));
        }
        return new StateDamage(damage(file).map(got -> {
            Path aside = stateFolder.resolve("damaged-" + now.toString().replace(':', '-'));
            move(file, aside);
            return "state: expected " + file + " to be whole, got " + got + "; it was moved to " + aside;
        }));
    }

    private static Optional<String> older(Path stateFolder) {
        return Files.exists(stateFolder.resolve(OLDER))
                ? Optional.of("state: expected " + StateDatabase.file(stateFolder) + ", got " + OLDER
                        + " of an earlier program, which this one does not read and leaves as it is")
                : Optional.empty();
    }

    private static Optional<String> damage(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of("no file");
        }
        try (Connection database = DriverManager.getConnection(StateDatabase.url(file));
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String said = row.next() ? row.getString(1) : "nothing";
            return said.equals("ok")
                    ? Optional.empty()
                    : Optional.of(said.lines().findFirst().orElse(said));
        } catch (SQLException e) {
            if (isDamage(e.getErrorCode())) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw new IllegalStateException(file + ": expected to read the state of the home", e);
        }
    }

    /** The lower byte is the code that SQLite documents, the rest says more of it. */
    private static boolean isDamage(int code) {
        int primary = code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static void move(Path file, Path aside) {
        try {
            Files.createDirectory(aside);
            for (String suffix : SUFFIXES) {
                Path part = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(part)) {
                    Files.move(part, aside.resolve(part.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(aside + ": expected to move the damaged state there", e);
        }
    }
}
