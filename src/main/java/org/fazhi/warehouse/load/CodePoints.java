package org.fazhi.warehouse.load;

import java.util.Arrays;
import java.util.Optional;
import org.fazhi.text.Span;

/**
 * Converts spans of one text from UTF-16 code units, as Java counts, to code points, as DuckDB's {@code substring} does.
 * A text without characters beyond the Basic Multilingual Plane, as nearly all are, costs one look.
 */
final class CodePoints {

    /** Index of the second half of every surrogate pair, ascending. */
    private final int[] lowHalves;

    private final int length;

    private CodePoints(int[] lowHalves, int length) {
        this.lowHalves = lowHalves;
        this.length = length;
    }

    /** Empty where the text holds half a surrogate pair, which no UTF-8 can write. */
    static Optional<CodePoints> of(String text) {
        int[] found = new int[0];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean paired = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) {
                return Optional.empty();
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, Math.max(16, count * 2));
            }
            found[count++] = ++i;
        }
        return Optional.of(new CodePoints(Arrays.copyOf(found, count), text.length()));
    }

    /** True where the span lies inside the text and cuts no character in two. */
    boolean holds(Span span) {
        return span.end() <= length
                && Arrays.binarySearch(lowHalves, span.start()) < 0
                && Arrays.binarySearch(lowHalves, span.end()) < 0;
    }

    /** The offset, counted in code points; it must not lie inside a character. */
    int convert(int offset) {
        if (lowHalves.length == 0) {
            return offset;
        }
        int at = Arrays.binarySearch(lowHalves, offset);
        return offset - (at < 0 ? -at - 1 : at);
    }
}
