package org.fazhi.reading.strip;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether a style attribute has one of a few values. Pasted Word text carries a long style on every span, so the
 * pattern is asked only where one of the words it needs is there.
 */
final class StyleValues {

    private final Pattern pattern;
    private final List<String> words;

    /**
     * Values to look for.
     *
     * @param words in lower case; each match of the pattern holds at least one of them
     */
    StyleValues(String pattern, String... words) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        this.words = Stream.of(words)
                .flatMap(word -> Stream.of(word, word.toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    boolean matches(String style) {
        if (style.isEmpty()) {
            return false;
        }
        for (String word : words) {
            if (style.contains(word)) {
                return pattern.matcher(style).find();
            }
        }
        return false;
    }
}
