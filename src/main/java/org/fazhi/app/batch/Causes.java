package org.fazhi.app.batch;

import java.util.Objects;
import java.util.stream.Stream;

/** A fault and what lay beneath it. */
public final class Causes {

    /** A chain may lead back into itself. */
    private static final int DEEPEST = 50;

    private Causes() {}

    /** The fault first, what it came of last; at most fifty. */
    public static Stream<Throwable> of(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }
}
