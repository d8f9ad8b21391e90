package org.fazhi.reading.indicators;

/** For every offset of a compact text where its sentence begins and ends, and where its item or paragraph begins. */
final class TextBounds {

    static final String SENTENCE_ENDS = "。!?\n";
    static final String CLAUSE_ENDS = ",;:" + SENTENCE_ENDS;

    private static final String ITEM_NUMERALS = "一二三四五六七八九十";

    private final String text;
    private final int[] sentenceStarts;
    private final int[] sentenceEnds;
    private final int[] itemStarts;

    TextBounds(String text) {
        this.text = text;
        int length = text.length();
        this.sentenceStarts = new int[length + 1];
        this.sentenceEnds = new int[length + 1];
        this.itemStarts = new int[length + 1];
        for (int i = 1; i <= length; i++) {
            char before = text.charAt(i - 1);
            sentenceStarts[i] = SENTENCE_ENDS.indexOf(before) >= 0 ? i : sentenceStarts[i - 1];
            itemStarts[i] = before == '\n' || isItemMarker(i) ? i : itemStarts[i - 1];
        }
        sentenceEnds[length] = length;
        for (int i = length - 1; i >= 0; i--) {
            sentenceEnds[i] = SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0 ? i : sentenceEnds[i + 1];
        }
    }

    /** One past the last full stop before the offset. */
    int sentenceStart(int offset) {
        return sentenceStarts[offset];
    }

    /** The first full stop at or after the offset, or the end of the text. */
    int sentenceEnd(int offset) {
        return sentenceEnds[offset];
    }

    /** The last beginning of a line or of an item (一是) up to the offset. */
    int itemStart(int offset) {
        return itemStarts[offset];
    }

    /** 一是, 二是 … 十一是 where a sentence or clause begins. */
    private boolean isItemMarker(int offset) {
        int i = offset;
        while (i < text.length() && i - offset < 2 && ITEM_NUMERALS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i > offset
                && i < text.length()
                && text.charAt(i) == '是'
                && (offset == 0 || CLAUSE_ENDS.indexOf(text.charAt(offset - 1)) >= 0);
    }
}
