package org.fazhi.text;

import java.util.Locale;

/**
 * A word in which the program says a state or a reason, with what it means and what to do about it;
 * {@code warehouse/CATALOG.md} prints both. For enums, whose constants bear the word in capitals.
 */
public interface ExplainedWord {

    /** The constant's name. */
    String name();

    /** The word in the state and the warehouse: {@code soft_404}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means, a sentence or two. */
    String meaning();

    /** What to do about it. */
    String remedy();
}
