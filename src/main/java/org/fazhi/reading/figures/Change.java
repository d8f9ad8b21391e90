package org.fazhi.reading.figures;

import java.util.Locale;

/** The direction of a number that states a change against before. */
public enum Change {
    INCREASE,
    DECREASE;

    /** The word in SQL and labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
