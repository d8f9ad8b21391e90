package org.fazhi.cli;

/** Makes text from outside fit for a terminal: control characters could move the cursor or forge lines. */
final class Terminal {

    private Terminal() {}

    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }

    static String clip(String text, int length) {
        String plain = plain(text);
        return plain.length() <= length ? plain : plain.substring(0, length) + "…";
    }
}
