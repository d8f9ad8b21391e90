package org.fazhi.reading.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.fazhi.text.YamlEntry;

/** The words by which a clause speaks of another body than the one that reports: {@code warehouse/knowledge/other_bodies.yml}. */
final class OtherBodySigns {

    static final String FILE = "warehouse/knowledge/other_bodies.yml";

    private static final Set<String> KEYS = Set.of("sign", "pattern", "example", "counter_example");

    private static final OtherBodySigns BUNDLED = read();

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        LEAD,
        POINTER,
        PLACE,
        TOWN,
        FIRM,
        ANOTHER,
        SUPERIOR,
        TOPONYM,
        DEED,
        COMMON
    }

    /** One entry of the file. */
    record Entry(Sign sign, Pattern pattern, String example, String counterExample) {}

    private final List<Entry> entries;
    private final Map<Sign, List<Pattern>> patterns = new EnumMap<>(Sign.class);

    private OtherBodySigns(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (Sign sign : Sign.values()) {
            patterns.put(
                    sign,
                    entries.stream()
                            .filter(entry -> entry.sign() == sign)
                            .map(Entry::pattern)
                            .toList());
        }
    }

    static OtherBodySigns bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static OtherBodySigns of(String text) {
        return new OtherBodySigns(YamlEntry.parse(FILE, text).sequence().stream()
                .map(OtherBodySigns::entry)
                .toList());
    }

    List<Entry> entries() {
        return entries;
    }

    List<Pattern> patterns(Sign sign) {
        return patterns.getOrDefault(sign, List.of());
    }

    private static Entry entry(YamlEntry node) {
        Map<String, YamlEntry> keys = node.mapping(KEYS);
        return new Entry(
                sign(YamlEntry.required(keys, "sign", node)),
                pattern(YamlEntry.required(keys, "pattern", node)),
                YamlEntry.required(keys, "example", node).text(),
                YamlEntry.required(keys, "counter_example", node).text());
    }

    private static Sign sign(YamlEntry node) {
        for (Sign sign : Sign.values()) {
            if (sign.name().toLowerCase(Locale.ROOT).equals(node.text())) {
                return sign;
            }
        }
        throw node.error("a sign that the head of the file names", node.text());
    }

    private static Pattern pattern(YamlEntry node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException e) {
            throw node.error("a regular expression (" + e.getDescription() + ")", node.text());
        }
    }

    private static OtherBodySigns read() {
        try (InputStream stream = OtherBodySigns.class.getResourceAsStream("/" + FILE)) {
            if (stream == null) {
                throw new IllegalStateException("classpath:/" + FILE + ": expected it in the program, got nothing");
            }
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("classpath:/" + FILE + ": cannot be read", e);
        }
    }
}
