package org.fazhi.warehouse.release;

import org.fazhi.warehouse.audit.AuditReport;

/** How a publish ended. */
public sealed interface Publication {

    /** Readers see the new release. */
    record Published(Manifest manifest) implements Publication {}

    /** The build holds what already stands, row for row; it was thrown away and the old release stands. */
    record Unchanged(Manifest manifest) implements Publication {}

    /** Audits found errors; nothing was published and the old release stands. */
    record Refused(AuditReport report) implements Publication {}
}
