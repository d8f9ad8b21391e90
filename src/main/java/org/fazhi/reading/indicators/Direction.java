package org.fazhi.reading.indicators;

import java.util.Locale;

/** How a higher value of an indicator is commonly judged; no verdict on a body. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** A higher value may be more work, more trouble or a closer count. */
    NEUTRAL;

    /** The word in YAML and SQL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
