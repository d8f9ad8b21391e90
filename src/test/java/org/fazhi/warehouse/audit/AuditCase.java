package org.fazhi.warehouse.audit;

import java.util.List;

/**
 * What one audit says of a sound build after one statement or script changed it.
 *
 * @param plant run on {@link AuditCases#soundBuild}; {@code $D} stands for the id of its document
 * @param samples what the finding must show, row for row; none where the audit must find nothing
 */
record AuditCase(String audit, String plant, List<String> samples) {

    static AuditCase found(String audit, String plant, String... samples) {
        return new AuditCase(audit, plant, List.of(samples));
    }

    static AuditCase nothing(String audit, String plant) {
        return new AuditCase(audit, plant, List.of());
    }
}
