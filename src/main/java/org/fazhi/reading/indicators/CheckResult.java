package org.fazhi.reading.indicators;

import java.util.List;
import java.util.Locale;

/**
 * What a check of a report against itself found.
 *
 * @param check the check's name, such as {@code correction_rate}
 * @param stated what the report says, such as {@code 28.8 %}
 * @param computed what its other numbers give, such as {@code 19 / 66 = 28.79 %}
 * @param figures ordinals of the figures that took part
 */
public record CheckResult(String check, Status status, String stated, String computed, List<Integer> figures) {

    public CheckResult {
        figures = List.copyOf(figures);
    }

    /** How the check ended. */
    public enum Status {
        CONFIRMED,
        CONTRADICTED,
        NOT_APPLICABLE;

        /** The word in SQL. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
