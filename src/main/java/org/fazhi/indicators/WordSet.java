package org.fazhi.indicators;

/** Words that stand in a text or in a stretch of it, by their ids in the scanner. */
final class WordSet {

    private final long[] bits;

    /** An empty set of words with ids below {@code words}. */
    WordSet(int words) {
        this.bits = new long[(words >> 6) + 1];
    }

    void add(int word) {
        bits[word >> 6] |= 1L << word;
    }

    boolean contains(int word) {
        return (bits[word >> 6] & 1L << word) != 0;
    }
}
