package org.fazhi.reading.indicators;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fazhi.text.BundledFile;
import org.fazhi.text.YamlEntry;

/** The words by which a clause speaks of another body than the one that reports: {@code warehouse/knowledge/other_bodies.yml}. */
final class OtherBodySigns {

    static final String FILE = "warehouse/knowledge/other_bodies.yml";

    private static final Set<String> KEYS = Set.of("sign", "pattern", "example", "counter_example");

    private static final OtherBodySigns BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        LEAD,
        POINTER,
        PLACE,
        TOWN,
        FIRM,
        ANOTHER,
        SUPERIOR,
        ASSISTED,
        BELOW,
        BUREAU,
        OF_WHOLE,
        CAPTION,
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
                YamlEntry.required(keys, "sign", node).oneOf(Sign.values(), "a sign that the head of the file names"),
                YamlEntry.required(keys, "pattern", node).pattern(),
                YamlEntry.required(keys, "example", node).text(),
                YamlEntry.required(keys, "counter_example", node).text());
    }
}
