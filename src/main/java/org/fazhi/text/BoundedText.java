package org.fazhi.text;

/** Brings text from outside within a bound before it is stored: whole characters only, and none that a database refuses. */
public final class BoundedText {

    private static final char UNKNOWN = '\uFFFD';

    private BoundedText() {}

    /**
     * The text, or its start where it is longer. NUL and halves of characters, which JSON can hold, become U+FFFD.
     *
     * @param most UTF-16 units, as columns count them
     */
    public static String of(String text, int most) {
        String start = text.length() <= most ? text : start(text, most);
        return start.chars().anyMatch(unit -> unit == 0 || Character.isSurrogate((char) unit)) ? whole(start) : start;
    }

    /** A character of two units is not cut in half. */
    private static String start(String text, int most) {
        boolean isCutThrough = most > 0
                && Character.isHighSurrogate(text.charAt(most - 1))
                && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, isCutThrough ? most - 1 : most);
    }

    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            whole.appendCodePoint(point == 0 || isHalf ? UNKNOWN : point);
        });
        return whole.toString();
    }
}
