package org.fazhi.reading.outline;

import java.util.Locale;

/**
 * What a section is for, after the parts that 厅字〔2019〕28号 (法治政府建设与责任落实督察工作规定, art. 25) asks of a
 * yearly report.
 */
public enum Role {
    /** How the persons first responsible did their duty (第一责任人). */
    LEADERSHIP,
    ACHIEVEMENTS,
    PROBLEMS,
    PLAN,
    OTHER;

    /** The word in SQL and labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
