package org.fazhi.reading.indicators;

import java.util.List;

/** Phrases of which one is enough. */
final class PhraseGroup {

    private final List<Phrase> phrases;
    /** The first word of each phrase, side by side: a trial reads thousands of these and seldom a phrase. */
    private final int[] firstWords;

    PhraseGroup(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        this.firstWords = phrases.stream().mapToInt(phrase -> phrase.word(0)).toArray();
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Whether a phrase has all its words in the set. A cheap look before the search: mostly none has. */
    boolean mayStandAmong(WordSet words) {
        for (int i = 0; i < firstWords.length; i++) {
            if (words.contains(firstWords[i]) && phrases.get(i).isOf(words)) {
                return true;
            }
        }
        return false;
    }
}
