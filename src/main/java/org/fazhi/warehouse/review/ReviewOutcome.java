package org.fazhi.warehouse.review;

import java.util.Locale;

/** What became of an entry; all but the first are findings. In the order in which one outweighs another. */
public enum ReviewOutcome {
    /** It fits, and what it says holds; also where the rules say so by themselves. */
    APPLIED,
    /** It fits nothing of what was harvested. */
    UNMATCHED,
    /** It fits only a version of the document that is no longer the current one. */
    FORMER_VERSION,
    /** It fits two places and does not say which. */
    AMBIGUOUS,
    /** It fits, but what it says cannot be: the unit is of another kind, or a value is wanting. */
    REFUSED,
    /** Another entry speaks of the same number or field by another key; neither holds. */
    CONFLICTING;

    /** As {@code fact_review.outcome}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
