package org.fazhi.app.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fazhi.warehouse.audit.Auditor;
import org.fazhi.warehouse.store.WarehouseFiles;
import picocli.CommandLine.Option;

/** The flag of the nights that may publish what an audit would refuse. */
final class AcceptOption {

    @Option(
            names = "--accept",
            paramLabel = "AUDIT",
            description =
                    "Publish in spite of the errors of this audit, such as lost_observations; the manifest records"
                            + " it. May be repeated. Only audits that say so can be accepted.")
    private List<String> audits = List.of();

    /**
     * The audits named.
     *
     * @throws UsageException where one of them is no audit or cannot be accepted
     */
    Set<String> audits() {
        List<String> acceptable = audits.isEmpty() ? List.of() : Auditor.acceptable(WarehouseFiles.bundled());
        for (String audit : audits) {
            if (!acceptable.contains(audit)) {
                throw new UsageException("--accept: expected one of " + acceptable + ", got " + audit);
            }
        }
        return new TreeSet<>(audits);
    }
}
