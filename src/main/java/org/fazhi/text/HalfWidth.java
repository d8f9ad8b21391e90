package org.fazhi.text;

/** Folds full-width letters, digits and punctuation (Unicode block Halfwidth and Fullwidth Forms, U+FF01..U+FF5E) to ASCII. */
public final class HalfWidth {

    private static final int DISTANCE = '！' - '!';

    private HalfWidth() {}

    /** The character, or the ASCII one that it is the full-width form of. */
    public static char of(char character) {
        return character >= '！' && character <= '～' ? (char) (character - DISTANCE) : character;
    }
}
