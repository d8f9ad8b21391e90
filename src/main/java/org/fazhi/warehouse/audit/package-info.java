/**
 * What must not be published. A built file comes in; findings go out, and into its table {@code audit_finding}. Start at
 * {@link org.fazhi.warehouse.audit.Auditor}.
 */
@NullMarked
package org.fazhi.warehouse.audit;

import org.jspecify.annotations.NullMarked;
