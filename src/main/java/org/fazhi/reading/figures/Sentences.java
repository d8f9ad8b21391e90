package org.fazhi.reading.figures;

import java.util.Arrays;
import org.fazhi.text.Span;

/**
 * The sentences of a stretch of text: up to 。, ！, ？ or the end of the line. A hostile line without an end is cut
 * every {@value #LONGEST} characters, so that work per figure stays bounded.
 */
final class Sentences {

    private static final int LONGEST = 1200;

    private final int[] starts;
    private final int end;

    private Sentences(int[] starts, int end) {
        this.starts = starts;
        this.end = end;
    }

    static Sentences of(String text, Span within) {
        int[] starts = new int[16];
        int count = 0;
        int start = within.start();
        for (int i = within.start(); i < within.end(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '。' || c == '！' || c == '？' || c == '\n' || c == '\r';
            if (ends || i - start >= LONGEST) {
                starts = add(starts, count++, start);
                start = i + 1;
            }
        }
        starts = add(starts, count++, start);
        return new Sentences(Arrays.copyOf(starts, count), within.end());
    }

    private static int[] add(int[] starts, int count, int start) {
        int[] room = count < starts.length ? starts : Arrays.copyOf(starts, count * 2);
        room[count] = start;
        return room;
    }

    /** Where the sentence behind the one that holds the offset begins; the end of the stretch where there is none. */
    int startAfter(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int next = found >= 0 ? found + 1 : -found - 1;
        return next < starts.length ? starts[next] : end;
    }

    /** The sentence that holds the offset, without leading blanks, and reaches {@code atLeast}. */
    Span at(String text, int offset, int atLeast) {
        int found = Arrays.binarySearch(starts, offset);
        int index = found >= 0 ? found : -found - 2;
        int from = starts[Math.max(index, 0)];
        int to = index + 1 < starts.length ? starts[index + 1] : end;
        while (from < offset && (Numerals.isBlank(text.charAt(from)) || text.charAt(from) == '\n')) {
            from++;
        }
        while (to > from && (text.charAt(to - 1) == '\n' || text.charAt(to - 1) == '\r')) {
            to--;
        }
        return new Span(Math.min(from, to), Math.max(to, atLeast));
    }
}
