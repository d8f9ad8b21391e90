package org.fazhi.reading.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fazhi.text.BundledFile;
import org.fazhi.text.YamlEntry;

/** The words by which a sentence tells of which stretch of time its numbers speak: {@code warehouse/knowledge/period_signs.yml}. */
final class PeriodSigns {

    static final String FILE = "warehouse/knowledge/period_signs.yml";

    private static final Set<String> KEYS =
            Set.of("sign", "pattern", "month", "leads", "words", "example", "counter_example");

    /** A group that has a name; Java 17 does not tell them. */
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+)>");

    private static final PeriodSigns BUNDLED = of(BundledFile.text(FILE));

    /** What an entry tells; the head of the file says what each is. */
    enum Sign {
        RUNS_TO,
        WITHIN,
        WHOLE,
        THIS_YEAR,
        NAMED_YEAR,
        TOTAL,
        TOTAL_TO,
        YEARS_TOTAL,
        SPAN,
        OWN_TOTAL,
        AHEAD,
        CAMPAIGN,
        FLOW,
        OCCASION_UNIT,
        TITLE_YEARS,
        TITLE_YEAR,
        TITLE_PART,
        OPENING,
        COMPARED;

        /** Whether it stands for the numbers behind it; the others tell of words and units where one does, and of titles. */
        boolean isOfTime() {
            return compareTo(FLOW) < 0;
        }
    }

    /** When a sign at the head of a paragraph holds for the next sentences too. */
    enum Leads {
        ALWAYS,
        BARE,
        NEVER
    }

    /** One entry of the file. */
    record Entry(
            Sign sign,
            Pattern pattern,
            Set<String> groups,
            Optional<Integer> month,
            Leads leads,
            List<String> words,
            String example,
            String counterExample) {

        boolean mayStandIn(String text) {
            return words.stream().anyMatch(text::contains);
        }

        /** The number that the group names in digits or Chinese; empty where the pattern has no such group or it is not there. */
        Optional<Integer> number(String group, Matcher found) {
            if (!groups.contains(group)) {
                return Optional.empty();
            }
            return Optional.ofNullable(found.group(group))
                    .flatMap(NumeralReader::parse)
                    .map(value -> value.intValue());
        }
    }

    private final List<Entry> entries;

    private PeriodSigns(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static PeriodSigns bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should, with file and line */
    static PeriodSigns of(String text) {
        return new PeriodSigns(YamlEntry.parse(FILE, text).sequence().stream()
                .map(PeriodSigns::entry)
                .toList());
    }

    List<Entry> entries() {
        return entries;
    }

    /** Whether an entry of the sign fits the text, or a part of it. */
    boolean tells(Sign sign, String text) {
        return entries.stream()
                .filter(entry -> entry.sign() == sign)
                .anyMatch(entry -> entry.pattern().matcher(text).find());
    }

    /** The first entry of the sign that fits the text, or a part of it, and where it does. */
    Optional<Map.Entry<Entry, Matcher>> find(Sign sign, String text) {
        for (Entry entry : entries) {
            Matcher found = entry.pattern().matcher(text);
            if (entry.sign() == sign && found.find()) {
                return Optional.of(Map.entry(entry, found));
            }
        }
        return Optional.empty();
    }

    private static Entry entry(YamlEntry node) {
        Map<String, YamlEntry> keys = node.mapping(KEYS);
        Pattern pattern = YamlEntry.required(keys, "pattern", node).pattern();
        return new Entry(
                YamlEntry.required(keys, "sign", node).oneOf(Sign.values(), "a sign that the head of the file names"),
                pattern,
                GROUP.matcher(pattern.pattern())
                        .results()
                        .map(group -> group.group(1))
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(keys.get("month")).map(month -> month.number(1, 12)),
                Optional.ofNullable(keys.get("leads"))
                        .map(leads -> leads.oneOf(Leads.values(), "always, bare or never"))
                        .orElse(Leads.ALWAYS),
                YamlEntry.required(keys, "words", node).sequence().stream()
                        .map(YamlEntry::text)
                        .toList(),
                YamlEntry.required(keys, "example", node).text(),
                YamlEntry.required(keys, "counter_example", node).text());
    }
}
