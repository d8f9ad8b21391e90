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
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
    }

    public List<Finding> warnings() {
        return findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                .toList();
    }

    /** True where nothing stands against a publish. */
    public boolean passes() {
        return errors().isEmpty();
    }
}
