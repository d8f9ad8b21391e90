package org.fazhi.reading.indicators;

import java.util.Locale;

/** What an indicator's value belongs to. */
public enum MeasureType {
    /** A state at the end of the period, such as mediators in office. */
    STOCK,
    /** What happened within the period, such as cases accepted. */
    FLOW;

    /** The word in YAML and SQL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
