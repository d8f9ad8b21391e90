package org.fazhi.reading.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.BundledFile;
import org.fazhi.text.YamlEntry;

/** The words by which a table tells of which stretch of time its numbers are: {@code warehouse/knowledge/table_signs.yml}. */
final class TableSigns {

    static final String FILE = "warehouse/knowledge/table_signs.yml";

    private static final Set<String> KEYS = Set.of("sign", "pattern", "example", "counter_example");

    private static final String YEAR_GROUP = "(?<year>";

    private static final TableSigns BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        CHANGE,
        DECREASE,
        TARGET,
        PLAN,
        TOTAL,
        YEAR,
        OWN_YEAR,
        YEAR_BEFORE,
        TWO_BEFORE,
        WITHIN,
        COMPARED,
        SCOPE,
        PLACE,
        RANK,
        SCORE,
        LABEL
    }

    /** One entry of the file. */
    record Entry(Sign sign, Pattern pattern, String example, String counterExample) {

        private OptionalInt year(Matcher found) {
            boolean isNamed = pattern.pattern().contains(YEAR_GROUP) && found.group("year") != null;
            return isNamed ? OptionalInt.of(Integer.parseInt(found.group("year"))) : OptionalInt.empty();
        }
    }

    /** A sign that a text bears, and the year that it names. */
    record Found(OptionalInt year) {}

    private final List<Entry> entries;

    private TableSigns(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static TableSigns bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static TableSigns of(String text) {
        return new TableSigns(YamlEntry.parse(FILE, text).sequence().stream()
                .map(TableSigns::entry)
                .toList());
    }

    List<Entry> entries() {
        return entries;
    }

    /** The first entry of the sign that fits the text, or a part of it. */
    Optional<Found> find(Sign sign, String text, boolean isWhole) {
        for (Entry entry : entries) {
            if (entry.sign() != sign) {
                continue;
            }
            Matcher matcher = entry.pattern().matcher(text);
            if (isWhole ? matcher.matches() : matcher.find()) {
                return Optional.of(new Found(entry.year(matcher)));
            }
        }
        return Optional.empty();
    }

    /** The word of the level of place that the whole text names, of an entry with a group of that name. */
    Optional<String> level(Sign sign, String text) {
        return entries.stream()
                .filter(entry -> entry.sign() == sign)
                .map(entry -> entry.pattern().matcher(text))
                .filter(Matcher::matches)
                .map(found -> found.group("level"))
                .findFirst();
    }

    /** The years that the text names, each as often as it does. */
    List<Integer> years(String text) {
        return entries.stream()
                .filter(entry -> entry.sign() == Sign.YEAR)
                .flatMap(entry -> entry.pattern().matcher(text).results())
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
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
