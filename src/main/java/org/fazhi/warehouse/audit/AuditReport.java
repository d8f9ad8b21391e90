package org.fazhi.warehouse.audit;

import java.util.List;

/**
 * The findings of all audits over one build; an audit that found nothing has none.
 *
 * @param auditCount how many audits were run
 */
public record AuditReport(int auditCount, List<Finding> findings) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    public List<Finding> errors() {
        return of(Finding.Severity.ERROR);
    }

    public List<Finding> warnings() {
        return of(Finding.Severity.WARNING);
    }

    /** Errors that the operator accepted. */
    public List<Finding> accepted() {
        return of(Finding.Severity.ACCEPTED);
    }

    private List<Finding> of(Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /** True where nothing stands against a publish. */
    public boolean passes() {
        return errors().isEmpty();
    }
}
