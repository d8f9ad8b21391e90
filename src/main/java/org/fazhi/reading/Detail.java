package org.fazhi.reading;

import java.util.regex.Pattern;

/**
 * What exactly happened to one document, figure or field, made fit to be stored and printed: a line of at most
 * {@value #LONGEST} code points. Messages of parsers quote what a file says, which may be anything.
 */
public final class Detail {

    static final int LONGEST = 500;

    /** Control and format characters, which move a cursor or turn a line round, line ends, and halves of characters. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private Detail() {}

    public static String of(String text) {
        // No more is looked at than could be kept, whatever the length.
        String start = text.substring(0, Math.min(text.length(), 4 * LONGEST));
        String plain = UNFIT.matcher(start).replaceAll(" ").strip();
        boolean isKept = plain.codePointCount(0, plain.length()) <= LONGEST;
        String kept = isKept ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1));
        return isKept && start.length() == text.length() ? kept : kept + "…";
    }
}
