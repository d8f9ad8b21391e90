package org.fazhi.harvest.discovery;

import java.util.Locale;
import org.fazhi.harvest.source.Settings;

/** What an entry of {@code warehouse/knowledge/pager_signs.yml} tells; the file says what each is. */
enum PagerSign {
    ROWS_IN_TEXT,
    PAGES_IN_TEXT,
    ROWS_IN_CODE,
    PAGES_IN_CODE,
    ROWS_IN_ANSWER,
    PAGES_IN_ANSWER,
    TURN_LABEL,
    MORE_LABEL,
    TURN_CALL,
    INERT_CLASS,
    PAGER_BOX,
    SCRIPT_ROWS;

    static PagerSign of(String code) {
        for (PagerSign sign : values()) {
            if (sign.name().toLowerCase(Locale.ROOT).equals(code)) {
                return sign;
            }
        }
        throw new Settings.Unexpected("a sign that the head of the file names");
    }

    /** True where the whole text is to fit, not a part of it. */
    boolean isWhole() {
        return this == TURN_LABEL || this == MORE_LABEL || this == PAGER_BOX;
    }
}
