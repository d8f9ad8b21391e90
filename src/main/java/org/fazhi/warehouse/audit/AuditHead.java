package org.fazhi.warehouse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.warehouse.store.SqlFile;
import org.fazhi.warehouse.store.WarehouseException;

/**
 * What the head of an audit says. Either {@code severity}, and every row of the SELECT fails, or one or two bounds, and the
 * rows beyond them do: {@code warn_if} and {@code error_if}. With {@code acceptable: true} an operator may publish in spite
 * of its error.
 *
 * @param levels the most severe first
 */
record AuditHead(String title, String remedy, List<Level> levels, boolean isAcceptable) {

    AuditHead {
        levels = List.copyOf(levels);
    }

    /**
     * How severe a row is.
     *
     * @param threshold beyond which it is; empty where each row is
     */
    record Level(Finding.Severity severity, Optional<Threshold> threshold) {}

    /**
     * Reads it strictly.
     *
     * @throws WarehouseException with file and line, where it is not of the form
     */
    static AuditHead of(SqlFile audit) {
        Optional<Threshold> error = Threshold.of(audit, Threshold.ERROR_IF);
        Optional<Threshold> warning = Threshold.of(audit, Threshold.WARN_IF);
        List<Level> levels = new ArrayList<>();
        error.ifPresent(bound -> levels.add(new Level(Finding.Severity.ERROR, error)));
        warning.ifPresent(bound -> levels.add(new Level(Finding.Severity.WARNING, warning)));
        if (levels.isEmpty()) {
            levels.add(new Level(severity(audit), Optional.empty()));
        } else if (audit.head("severity").isPresent()) {
            throw Threshold.fault(audit, "severity", "expected none beside bounds", audit.require("severity"));
        }
        if (error.isPresent() && warning.isPresent()) {
            warning.get().requireBefore(error.get(), audit);
        }
        boolean isAcceptable = isAcceptable(audit);
        if (isAcceptable && levels.get(0).severity() != Finding.Severity.ERROR) {
            throw Threshold.fault(
                    audit, "acceptable", "expected it where an error is said", "an audit that only warns");
        }
        return new AuditHead(audit.require("title"), audit.require("remedy"), levels, isAcceptable);
    }

    private static Finding.Severity severity(SqlFile audit) {
        String severity = audit.require("severity");
        return switch (severity) {
            case "error" -> Finding.Severity.ERROR;
            case "warning" -> Finding.Severity.WARNING;
            default ->
                throw new WarehouseException(
                        "warehouse/" + audit.path() + ": severity: expected error or warning, got " + severity);
        };
    }

    private static boolean isAcceptable(SqlFile audit) {
        String acceptable = audit.head("acceptable").orElse("false");
        return switch (acceptable) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Threshold.fault(audit, "acceptable", "expected true or false", acceptable);
        };
    }
}
