package org.fazhi.reading.attachment;

/** White space between characters: Chinese is set without, so a gap there is an indent, a column or nothing. */
final class CharacterGaps {

    private CharacterGaps() {}

    /** Runs of control characters, blanks and line ends become one blank; ideographic spaces stay. */
    static String squeeze(CharSequence text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        boolean isPending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00a0' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
                isPending = squeezed.length() > 0;
            } else {
                if (isPending) {
                    squeezed.append(' ');
                }
                isPending = false;
                squeezed.append(c);
            }
        }
        return squeezed.toString();
    }

    /** Whether a blank belongs between two characters that stand apart: between words of an alphabet and numbers only. */
    static boolean isWanted(char before, char after) {
        return before < '\u0250' && after < '\u0250';
    }
}
