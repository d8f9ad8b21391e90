package org.fazhi.reading.repair;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/**
 * Which ideographs belong to simplified Chinese. GB/T 2312-1980 has some 6,763 of them and, but for a few that are both,
 * no traditional one: a character outside it is traditional or rare.
 */
final class Simplified {

    private static final char FIRST = '\u4E00';
    private static final char LAST = '\u9FFF';
    private static final BitSet GB2312 = gb2312();

    private Simplified() {}

    static boolean isHan(char c) {
        return c >= FIRST && c <= LAST;
    }

    /** An ideograph that simplified Chinese does not have: 領, 導; also a rare name's. */
    static boolean isTraditional(char c) {
        return isHan(c) && !GB2312.get(c - FIRST);
    }

    private static BitSet gb2312() {
        CharsetEncoder encoder = Charset.forName("GB2312").newEncoder();
        BitSet set = new BitSet(LAST - FIRST + 1);
        for (char c = FIRST; c <= LAST; c++) {
            set.set(c - FIRST, encoder.canEncode(c));
        }
        return set;
    }
}
