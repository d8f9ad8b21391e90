package org.fazhi.warehouse.audit;

import java.util.List;

/**
 * What one audit found.
 *
 * @param audit the audit's file name without {@code .sql}
 * @param remedy what the operator can do about it
 * @param rowCount how many rows fail
 * @param samples the first failing rows, printed; at most {@link Auditor#SAMPLES}
 */
public record Finding(
        String audit, Severity severity, String title, String remedy, long rowCount, List<String> samples) {

    public Finding {
        samples = List.copyOf(samples);
    }

    /** What a finding does to the publish. */
    public enum Severity {
        /** Stops it. */
        ERROR,
        /** Is shown. */
        WARNING;

        /** The word in SQL. */
        public String code() {
            return this == ERROR ? "error" : "warning";
        }
    }
}
