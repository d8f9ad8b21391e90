package org.fazhi.reading.outline;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text without the blanks at its ends.
 *
 * @param start its first character that is no blank, into the text
 * @param end one past its last character that is no blank
 */
record TextLine(String text, int start, int end) {

    static List<TextLine> of(String text) {
        List<TextLine> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int newline = text.indexOf('\n', from);
            int to = newline < 0 ? text.length() : newline;
            lines.add(trimmed(text, from, to));
            from = to + 1;
        }
        return lines;
    }

    private static TextLine trimmed(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new TextLine(text.substring(start, end), start, end);
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200b')
                || c == '\u202f'
                || c == '\ufeff';
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
