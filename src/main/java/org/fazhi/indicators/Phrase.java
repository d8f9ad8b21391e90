package org.fazhi.indicators;

import java.util.List;

/**
 * One or more words that follow each other in order, at most {@link #GAP} characters between any two. Written in YAML
 * with … between the words: {@code 出具…意见}.
 *
 * @param text as written
 * @param words ids of the words in the scanner
 */
record Phrase(String text, List<Integer> words) {

    /** Room for 出具各类专项法律审查意见, and still shorter than most clauses. */
    static final int GAP = 14;

    Phrase {
        words = List.copyOf(words);
    }
}
