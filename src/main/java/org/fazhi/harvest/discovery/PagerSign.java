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
    NEXT_LABEL,
    PAGE_LABEL,
    ARCHIVE_LABEL,
    PAGE_PARAMETER,
    PAGE_VARIABLE,
    NEXT_ARROW,
    NEXT_CLASS,
    BACK_CLASS,
    MORE_LABEL,
    TURN_CALL,
    PAGE_PAIR,
    MORE_WORD,
    MORE_MARK,
    MORE_END,
    YEAR_LABEL,
    ALL_YEARS,
    NO_YEAR,
    YEAR_BOX,
    BODY_LABEL,
    CHOSEN_CLASS,
    EMPTY_LIST,
    NO_LIST,
    PATH_LINE,
    SITE_COUNT,
    FOOT_BOX,
    FOOT_WORD,
    CALENDAR_HEAD,
    CALENDAR_LINE,
    INERT_CLASS,
    SLIDES_CLASS,
    PAGER_BOX,
    PAGER_LINE,
    PAGER_PART,
    PAGER_CALL,
    FRAME_BESIDE,
    FRAME_MAIN,
    ROW_IN_CODE,
    MORE_CALL,
    ROW_LINK,
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
        return switch (this) {
            case TURN_LABEL,
                    NEXT_LABEL,
                    PAGE_LABEL,
                    ARCHIVE_LABEL,
                    PAGE_PARAMETER,
                    PAGE_VARIABLE,
                    NEXT_ARROW,
                    NEXT_CLASS,
                    MORE_LABEL,
                    PAGE_PAIR,
                    MORE_WORD,
                    MORE_MARK,
                    YEAR_LABEL,
                    ALL_YEARS,
                    NO_YEAR,
                    YEAR_BOX,
                    BODY_LABEL,
                    FOOT_BOX,
                    CALENDAR_LINE,
                    PAGER_BOX,
                    PAGER_LINE,
                    ROW_LINK,
                    PAGER_PART -> true;
            default -> false;
        };
    }
}
