package org.fazhi.reading.indicators;

import org.fazhi.text.HalfWidth;
import org.fazhi.text.Span;

/**
 * A report's text as the rules read it: without spaces, quotation marks and the insides of 《…》, and with half-width
 * punctuation, so that “法律 明白人” and 法律明白人 are one word. Offsets of the report's text lead into it.
 */
final class CompactText {

    /** A title longer than this is an unclosed bracket. */
    private static final int LONGEST_TITLE = 120;

    private static final int LONGEST_ALTERNATIVE = 4;

    /** From 同期 to the end of 同期全市一审. */
    private static final int LONGEST_COMPARISON = 8;

    private final String text;
    /** Compact offset of each offset of the original; where a character was dropped, that of the next one kept. */
    private final int[] compactOf;

    private CompactText(String text, int[] compactOf) {
        this.text = text;
        this.compactOf = compactOf;
    }

    static CompactText of(String original) {
        StringBuilder kept = new StringBuilder(original.length());
        int[] compactOf = new int[original.length() + 1];
        int titleEnd = -1;
        for (int i = 0; i < original.length(); i++) {
            compactOf[i] = kept.length();
            char character = original.charAt(i);
            if (i < titleEnd) {
                continue;
            }
            if (character == '《') {
                titleEnd = titleEnd(original, i);
            }
            if (!isDropped(character)) {
                kept.append(HalfWidth.of(character));
            }
        }
        compactOf[original.length()] = kept.length();
        return new CompactText(kept.toString(), compactOf);
    }

    /** Index of the 》 that closes the title, or -1 where none does near by. */
    private static int titleEnd(String original, int start) {
        int depth = 0;
        int limit = Math.min(original.length(), start + LONGEST_TITLE);
        for (int i = start; i < limit; i++) {
            char character = original.charAt(i);
            if (character == '\n') {
                return -1;
            }
            if (character == '《') {
                depth++;
            } else if (character == '》' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDropped(char character) {
        return !isIdeograph(character)
                && character != '\n'
                && (Character.isWhitespace(character)
                        || Character.isSpaceChar(character)
                        || Character.getType(character) == Character.FORMAT
                        || "“”‘’\"'「」『』〝〞＂".indexOf(character) >= 0);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    /** Whether the offset stands behind 同期 or 相当于: 复议申请152件,是同期一审行政诉讼的4倍. */
    boolean isCompared(int offset) {
        int from = Math.max(0, offset - LONGEST_COMPARISON);
        String before = text.substring(from, offset);
        int word = Math.max(before.lastIndexOf("同期"), before.lastIndexOf("相当于"));
        return word >= 0 && before.substring(word).chars().noneMatch(c -> TextBounds.CLAUSE_ENDS.indexOf(c) >= 0);
    }

    /** Whether the stretch is the inside of a bracket that holds another form of the word before it: 出台(修订). */
    boolean isInAlternative(Span span) {
        int opening = span.start() - 1;
        return opening > 0
                && text.charAt(opening) == '('
                && span.length() <= LONGEST_ALTERNATIVE
                && span.end() < text.length()
                && text.charAt(span.end()) == ')'
                && isIdeograph(text.charAt(opening - 1));
    }

    private static boolean isIdeograph(char character) {
        return character >= 0x4E00 && character <= 0x9FFF;
    }

    int at(int originalOffset) {
        return compactOf[originalOffset];
    }

    Span at(Span original) {
        return new Span(at(original.start()), at(original.end()));
    }
}
