package org.fazhi.reading.figures;

/** The near surroundings of a number; bounded, so that a page of digits costs no more than a page of prose. */
final class Clause {

    private static final int LONGEST_BEFORE = 48;
    /** Characters looked at after a figure. */
    static final int LONGEST_AFTER = 16;

    private static final String BOUNDS = "，,。；;：:！？\n\r";

    private Clause() {}

    /** From the last punctuation to {@code at}, without blanks at its end; 、 does not bound a clause. */
    static String before(String text, int at, int floor) {
        int end = at;
        while (end > floor && Numerals.isBlank(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        int lowest = Math.max(floor, end - LONGEST_BEFORE);
        while (start > lowest && BOUNDS.indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return text.substring(start, end);
    }

    static String after(String text, int at, int limit) {
        return text.substring(at, Math.min(limit, at + LONGEST_AFTER));
    }
}
