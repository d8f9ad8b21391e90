package org.fazhi.reading.figures;

import java.util.Locale;

/** How near the value is to the number. */
public enum Qualifier {
    EXACT,
    /** 余, 多, 超, 逾, 以上. */
    MORE_THAN,
    /** 近. */
    NEARLY,
    /** 约, 左右. */
    ABOUT,
    /** 不低于, 不少于. */
    AT_LEAST,
    /** 不超过, 不高于, 以内. */
    AT_MOST;

    /** The word in SQL and labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
