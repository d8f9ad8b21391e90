package org.fazhi.reading.indicators;

import java.util.function.IntConsumer;

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

    /** Calls for each word, in the order of the ids. */
    void forEach(IntConsumer action) {
        for (int i = 0; i < bits.length; i++) {
            for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
                action.accept((i << 6) + Long.numberOfTrailingZeros(rest));
            }
        }
    }

    boolean contains(int word) {
        return (bits[word >> 6] & 1L << word) != 0;
    }
}
