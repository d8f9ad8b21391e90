package org.fazhi.indicators;

import java.util.List;

/**
 * Words that must stand, or must not stand, in a zone.
 *
 * @param zone where
 * @param negated whether the words must be absent
 * @param groups of each group one phrase must stand there; a negated condition has one group, of which none may
 */
record Condition(Zone zone, boolean negated, List<List<Phrase>> groups) {

    Condition {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** Whether of each group a phrase has all its words in the set. */
    boolean canHold(WordSet words) {
        for (List<Phrase> group : groups) {
            boolean isThere = false;
            for (int i = 0; i < group.size() && !isThere; i++) {
                isThere = group.get(i).isOf(words);
            }
            if (!isThere) {
                return false;
            }
        }
        return true;
    }
}
