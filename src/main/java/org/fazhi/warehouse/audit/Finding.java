package org.fazhi.warehouse.audit;

import java.util.List;
import java.util.Locale;

/**
 * What one audit found.
 *
 * @param audit the audit's file name without {@code .sql}
 * @param remedy what the operator can do about it
 * @param rowCount how many rows fail
 * @param columns the names of what {@code samples} print, in their order
 * @param samples the first failing rows, printed; at most {@link Auditor#SAMPLES}
 * @param isAcceptable true where an operator may publish in spite of it
 */
public record Finding(
        String audit,
        Severity severity,
        String title,
        String remedy,
        long rowCount,
        List<String> columns,
        List<String> samples,
        boolean isAcceptable) {

    public Finding {
        columns = List.copyOf(columns);
        samples = List.copyOf(samples);
    }

    /** The first failing rows under their headings, in a line: {@code source_id | report_year: yunxi | 2024; …}. */
    public String examples() {
        return String.join(" | ", columns) + ": " + String.join("; ", samples);
    }

    /** What a finding does to the publish. */
    public enum Severity {
        /** Stops it. */
        ERROR,
        /** Would stop it, and was accepted by the operator; is shown and recorded. */
        ACCEPTED,
        /** Is shown. */
        WARNING;

        /** The word in SQL. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
