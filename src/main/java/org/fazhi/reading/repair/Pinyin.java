package org.fazhi.reading.repair;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pinyin glosses that mirrors put in brackets behind characters: 領(lǐng)導(dǎo). */
final class Pinyin {

    /** Vowels with their tones (GB/T 16159), the third also as a breve, and ü. */
    static final String TONED = "āáǎăàēéěĕèīíǐĭìōóǒŏòūúǔŭùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0306\u030C";

    static final String LETTER = "[a-züê" + TONED + "]";

    /** One syllable has six letters at most: zhuang with its tone. */
    static final String TONED_SYLLABLE = LETTER + "{0,6}[" + TONED + "]" + LETTER + "{0,6}";

    /** Fewer whole glosses than this are an author's own: a rare name with its reading. */
    private static final int FEWEST = 3;

    private static final Pattern WHOLE = Pattern.compile("\\p{IsHan}[(（]" + TONED_SYLLABLE + "[)）]");

    private Pinyin() {}

    /** Latin letters with marks, and combining marks; Chinese text without glosses has none. */
    private static boolean mayBeToned(char c) {
        return c >= 0xE0 && c <= 0x36F;
    }

    /** True where the text shows the mirrors' pattern: several whole glosses with tone marks. */
    static boolean isGlossed(String text) {
        int marks = 0;
        for (int i = 0; i < text.length() && marks < FEWEST; i++) {
            marks += mayBeToned(text.charAt(i)) ? 1 : 0;
        }
        if (marks < FEWEST) {
            return false;
        }
        Matcher matcher = WHOLE.matcher(text);
        int count = 0;
        while (count < FEWEST && matcher.find()) {
            count++;
        }
        return count >= FEWEST;
    }
}
