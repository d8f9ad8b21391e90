package org.fazhi.reading.indicators;

import java.util.Locale;

/** What sort of number an indicator's value is. */
public enum IndicatorKind {
    COUNT,
    /** A share in per cent. */
    RATE,
    /** Money in yuan. */
    AMOUNT;

    /** The word in YAML and SQL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
