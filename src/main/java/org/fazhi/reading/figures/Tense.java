package org.fazhi.reading.figures;

import java.util.Locale;

/** Of when the number speaks. */
public enum Tense {
    /** The year of the report. */
    ACTUAL,
    /** Said of next year. */
    PLAN,
    /** A norm: 不低于50%. */
    TARGET,
    /** 累计, 自…以来. */
    CUMULATIVE;

    /** The word in SQL and labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
