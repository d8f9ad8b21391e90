package org.fazhi.warehouse;

/** How a build ended. */
public sealed interface BuildOutcome {

    /** A new file stands beside the old release, to be audited and published. */
    record Built(BuiltRelease release) implements BuildOutcome {}

    /** The inputs are those of the release that stands; nothing was built. */
    record NothingNew(Manifest standing) implements BuildOutcome {}
}
