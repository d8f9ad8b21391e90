package org.fazhi.reading.indicators;

import java.util.List;

/**
 * One or more words that follow each other in order, at most {@link #GAP} characters between any two. Written in YAML
 * with … between the words: {@code 出具…意见}.
 */
final class Phrase {

    /** Room for 出具各类专项法律审查意见, and still shorter than most clauses. */
    static final int GAP = 14;

    private final String text;
    private final int[] words;

    /**
     * @param text as written
     * @param words ids of the words in the scanner
     */
    Phrase(String text, List<Integer> words) {
        this.text = text;
        this.words = words.stream().mapToInt(Integer::intValue).toArray();
    }

    String text() {
        return text;
    }

    /** How many words follow each other. */
    int size() {
        return words.length;
    }

    /** Id of the word at the place, from 0. */
    int word(int place) {
        return words[place];
    }

    /** Whether all its words are of the set; that they follow each other is not asked. */
    boolean isOf(WordSet set) {
        for (int word : words) {
            if (!set.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
