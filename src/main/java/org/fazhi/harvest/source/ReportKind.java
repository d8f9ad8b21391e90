package org.fazhi.harvest.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which yearly report is meant. */
public enum ReportKind {
    /** 法治政府建设年度报告, prescribed by 厅字〔2019〕28号. */
    RULE_OF_LAW;

    /** The word in YAML and SQL: {@code rule_of_law}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
