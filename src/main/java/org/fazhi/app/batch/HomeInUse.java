package org.fazhi.app.batch;

import java.nio.file.Path;
import java.sql.SQLException;

/** Another run works in the same home. */
public final class HomeInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** H2's error code for a database file that another process holds open. */
    private static final int ALREADY_OPEN = 90020;

    HomeInUse(Path home, Throwable cause) {
        super(home + ": expected no other run in this home, got one that holds its state; wait for it to end", cause);
    }

    static boolean isCause(Throwable fault) {
        return Causes.of(fault)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN);
    }
}
