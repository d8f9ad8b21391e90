package org.fazhi.reading.strip;

import org.fazhi.reading.strip.StrippedPage.BlockKind;

/**
 * One line of a page as a reader sees it: a paragraph, a heading, a table row with its cells joined by tabs.
 *
 * @param text without white space at its ends
 * @param linkLength how many of its characters stand inside links
 */
record PageLine(String text, BlockKind kind, int linkLength) {

    static PageLine paragraph(String text) {
        return new PageLine(text, BlockKind.PARAGRAPH, 0);
    }

    /** A sentence or more of running text, not a title, a label or a link. */
    boolean isProse() {
        return text.length() >= PROSE_LENGTH
                && linkLength * 2 < text.length()
                && (text.indexOf('。') >= 0
                        || text.indexOf('，') >= 0
                        || text.indexOf('；') >= 0
                        || text.indexOf(',') >= 0);
    }

    /** Titles of the genre run to some forty characters; running paragraphs are longer and carry commas or full stops. */
    static final int PROSE_LENGTH = 50;

    /** White space of every kind that pages pad lines with: ASCII, no-break, ideographic, zero-width. */
    static boolean isBlank(int c) {
        if (c <= ' ') {
            return true;
        }
        // Letters, ideographs and Chinese punctuation are nearly all of a page: they need no look at the tables.
        if (c < 0x80 || (c > 0x3000 && c < 0xFE00)) {
            return false;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= 0x200B && c <= 0x200F)
                || c == 0xFEFF
                || c == 0x2060;
    }

    static String trim(CharSequence text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(start, end).toString();
    }

    /** The text without any white space; labels are printed with spaces between their characters. */
    static String compact(CharSequence text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                compact.append(text.charAt(i));
            }
        }
        return compact.toString();
    }
}
