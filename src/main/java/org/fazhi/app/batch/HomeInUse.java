package org.fazhi.app.batch;

import java.nio.file.Path;

/** Another run works in the same home. */
public final class HomeInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HomeInUse(Path home) {
        super(home + ": expected no other run in this home, got one that holds its state; wait for it to end");
    }
}
