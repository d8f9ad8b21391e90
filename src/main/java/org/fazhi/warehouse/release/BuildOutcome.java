package org.fazhi.warehouse.release;

import java.util.Optional;

/** How a build ended. */
public sealed interface BuildOutcome {

    /**
     * A new file stands beside the old release, to be audited and published.
     *
     * @param outdated says what of the old release an earlier schema or format made, where one did
     */
    record Built(BuiltRelease release, Optional<String> outdated) implements BuildOutcome {}

    /** The inputs are those of the release that stands; nothing was built. */
    record NothingNew(Manifest standing) implements BuildOutcome {}
}
