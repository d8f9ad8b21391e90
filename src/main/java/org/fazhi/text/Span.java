package org.fazhi.text;

/**
 * A stretch of a text: 0-based, half-open, counted in UTF-16 code units. Of which text is said by the field that holds
 * the span. The warehouse counts code points instead; {@link #toCodePoints} converts.
 *
 * @param start index of the first code unit
 * @param end index one past the last code unit
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span: expected 0 <= start <= end, got " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    public Span shift(int distance) {
        return new Span(start + distance, end + distance);
    }

    /** The characters of {@code text} under this span. */
    public String of(String text) {
        return text.substring(start, end);
    }

    /** This span of {@code text}, counted in code points instead of UTF-16 code units. */
    public Span toCodePoints(String text) {
        int from = text.codePointCount(0, start);
        return new Span(from, from + text.codePointCount(start, end));
    }

    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
