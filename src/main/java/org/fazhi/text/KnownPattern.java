package org.fazhi.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An entry of a file under {@code warehouse/knowledge}: what a pattern tells where it fits.
 *
 * @param <S> what the entries of the file may tell
 * @param example a text that the pattern fits
 * @param counterExample one that is near, and that it does not fit
 */
public record KnownPattern<S extends Enum<S>>(S sign, Pattern pattern, String example, String counterExample) {

    private static final Set<String> KEYS = Set.of("sign", "pattern", "example", "counter_example");

    /** The entries of a file that travels with the program. */
    public static <S extends Enum<S>> List<KnownPattern<S>> bundled(String file, S[] signs) {
        return of(file, BundledFile.text(file), signs);
    }

    /**
     * The entries of a text.
     *
     * @param file for the message
     * @throws IllegalArgumentException where the text says something else than it should, with file and line
     */
    public static <S extends Enum<S>> List<KnownPattern<S>> of(String file, String text, S[] signs) {
        return YamlEntry.parse(file, text).sequence().stream()
                .map(node -> entry(node, signs))
                .toList();
    }

    private static <S extends Enum<S>> KnownPattern<S> entry(YamlEntry node, S[] signs) {
        Map<String, YamlEntry> keys = node.mapping(KEYS);
        return new KnownPattern<>(
                YamlEntry.required(keys, "sign", node).oneOf(signs, "a sign that the head of the file names"),
                YamlEntry.required(keys, "pattern", node).pattern(),
                YamlEntry.required(keys, "example", node).text(),
                YamlEntry.required(keys, "counter_example", node).text());
    }
}
