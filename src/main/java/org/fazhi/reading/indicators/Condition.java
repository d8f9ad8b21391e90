package org.fazhi.reading.indicators;

import java.util.List;

/**
 * Words that must stand, or must not stand, in a zone.
 *
 * @param zone where
 * @param negated whether the words must be absent
 * @param groups of each group one phrase must stand there; a negated condition has one group, of which none may
 */
record Condition(Zone zone, boolean negated, List<PhraseGroup> groups) {

    Condition {
        groups = List.copyOf(groups);
    }
}
