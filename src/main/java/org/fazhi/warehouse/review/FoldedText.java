package org.fazhi.warehouse.review;

import java.text.Normalizer;
import java.util.Arrays;
import org.fazhi.text.Span;

/**
 * A text as entries are compared with it: compatibility forms made plain (Unicode NFKC, which also makes full width half
 * width), without blanks, line ends and invisible characters. Knows where in the text each of its characters stands.
 */
final class FoldedText {

    private final String original;
    private final String folded;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String original, String folded, int[] starts, int[] ends) {
        this.original = original;
        this.folded = folded;
        this.starts = starts;
        this.ends = ends;
    }

    static String fold(String text) {
        return of(text).folded;
    }

    static FoldedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int at = 0;
        while (at < text.length()) {
            int end = clusterEnd(text, at);
            String plain = Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC);
            for (int i = 0; i < plain.length(); i++) {
                char c = plain.charAt(i);
                if (isKept(c)) {
                    if (folded.length() == starts.length) {
                        starts = Arrays.copyOf(starts, starts.length * 2);
                        ends = Arrays.copyOf(ends, ends.length * 2);
                    }
                    starts[folded.length()] = at;
                    ends[folded.length()] = end;
                    folded.append(c);
                }
            }
            at = end;
        }
        return new FoldedText(text, folded.toString(), starts, ends);
    }

    /** A character and the marks that combine with it, which NFKC may join. */
    private static int clusterEnd(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length()) {
            int next = text.codePointAt(end);
            int type = Character.getType(next);
            if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static boolean isKept(char c) {
        return !isBlank(c) && c != '\n' && c != '\r';
    }

    /** Blank or invisible, line ends apart. */
    static boolean isBlank(char c) {
        return c != '\n'
                && c != '\r'
                && (Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.isISOControl(c));
    }

    String original() {
        return original;
    }

    String folded() {
        return folded;
    }

    /** The stretch of the text that a stretch of the folded text, not empty, was made from. */
    Span toOriginal(int from, int to) {
        return new Span(starts[from], ends[to - 1]);
    }
}
