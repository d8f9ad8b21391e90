package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fazhi.text.Digest;
import org.fazhi.text.YamlDigest;
import org.fazhi.text.YamlEntry;

/** Reads the dictionary's files strictly: an unknown key, unit, list or subject is an error with file and line. */
final class DictionaryReader {

    private static final String VOCABULARY = "vocabulary.yml";
    private static final Set<String> INDICATOR_KEYS = Set.of(
            "code",
            "name",
            "name_en",
            "definition",
            "definition_en",
            "unit",
            "kind",
            "additive",
            "task",
            "direction",
            "measure_type",
            "valid_from_year",
            "series_break_basis",
            "rules");

    /** Of the first regulation that asks for these reports, 国发〔2004〕10号; no series is older. */
    private static final int EARLIEST_YEAR = 2004;

    private static final int LATEST_YEAR = 2100;

    private final String folder;
    private final UnaryOperator<String> files;

    private final Set<String> units = new LinkedHashSet<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    /** What an issuer's name may end with, and the kind of issuer that tells. */
    private final Map<String, String> issuers = new LinkedHashMap<>();

    private final StringBuilder read = new StringBuilder();
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    /**
     * @param folder how errors name the folder, with the final slash
     * @param files a file's text by its name
     */
    DictionaryReader(String folder, UnaryOperator<String> files) {
        this.folder = folder;
        this.files = files;
    }

    IndicatorDictionary read() {
        YamlEntry root = file(VOCABULARY);
        Map<String, YamlEntry> entries = root.mapping(Set.of(
                "domains", "units", "words", "subjects", "issuers", "foreign", "bodies", "scopes", "own", "said"));
        YamlEntry.required(entries, "units", root).sequence().forEach(unit -> units.add(unit.text()));
        readLists(YamlEntry.required(entries, "words", root));
        readSubjects(YamlEntry.required(entries, "subjects", root));
        YamlEntry issuerKinds = entries.get("issuers");
        if (issuerKinds != null) {
            readIssuers(issuerKinds);
        }
        List<Integer> foreign = ids(YamlEntry.required(entries, "foreign", root));
        List<Integer> bodies = ids(YamlEntry.required(entries, "bodies", root));
        Scopes scopes = scopes(entries);
        for (YamlEntry domain : YamlEntry.required(entries, "domains", root).sequence()) {
            readDomain(domain.text());
        }
        return new IndicatorDictionary(
                indicators,
                rules,
                subjects,
                issuers,
                foreign,
                bodies,
                scopes,
                WordScanner.of(List.copyOf(words.keySet())),
                Digest.of(read.toString()));
    }

    private YamlEntry file(String name) {
        String text = files.apply(name);
        YamlEntry entry = YamlEntry.parse(folder + name, text);
        read.append(name).append(' ').append(YamlDigest.of(text)).append('\n');
        return entry;
    }

    private void readIssuers(YamlEntry entry) {
        entry.mapping()
                .forEach((kind, endings) -> endings.sequence().forEach(ending -> {
                    if (issuers.put(ending.text(), kind) != null) {
                        throw ending.error("each ending once", ending.text() + " twice");
                    }
                }));
    }

    private Scopes scopes(Map<String, YamlEntry> entries) {
        List<Scopes.Scope> scopes = new ArrayList<>();
        Optional.ofNullable(entries.get("scopes"))
                .ifPresent(list -> list.sequence().forEach(entry -> {
                    Map<String, YamlEntry> scope = entry.mapping(Set.of("words", "marks", "endings"));
                    scopes.add(new Scopes.Scope(
                            ids(YamlEntry.required(scope, "words", entry)),
                            texts(scope, "marks"),
                            texts(scope, "endings")));
                }));
        List<Integer> own =
                Optional.ofNullable(entries.get("own")).map(this::ids).orElse(List.of());
        return new Scopes(scopes, own, texts(entries, "said"));
    }

    private static List<String> texts(Map<String, YamlEntry> entries, String key) {
        return Optional.ofNullable(entries.get(key)).stream()
                .flatMap(list -> list.sequence().stream())
                .map(YamlEntry::text)
                .toList();
    }

    private List<Integer> ids(YamlEntry list) {
        return list.sequence().stream().map(word -> id(word, word.text())).toList();
    }

    private void readLists(YamlEntry lists) {
        lists.mapping().forEach((name, list) -> {
            List<String> members = new ArrayList<>();
            list.sequence().forEach(member -> members.addAll(expand(member)));
            if (this.lists.put(name, members) != null) {
                throw list.error("a name of its own", "a list that another file has");
            }
        });
    }

    private void readSubjects(YamlEntry entry) {
        entry.mapping().forEach((name, list) -> {
            List<Integer> ids = new ArrayList<>();
            list.sequence().forEach(word -> expand(word).forEach(text -> ids.add(id(word, text))));
            if (subjects.put(name, ids) != null) {
                throw list.error("a name of its own", "a subject that another file has");
            }
        });
    }

    private void readDomain(String domain) {
        String file = domain + ".yml";
        YamlEntry root = file(file);
        Map<String, YamlEntry> entries = root.mapping(Set.of("domain", "task", "words", "subjects", "indicators"));
        YamlEntry named = YamlEntry.required(entries, "domain", root);
        if (!named.text().equals(domain)) {
            throw named.error(domain, named.text());
        }
        Task task = task(YamlEntry.required(entries, "task", root));
        YamlEntry ownLists = entries.get("words");
        if (ownLists != null) {
            readLists(ownLists);
        }
        YamlEntry ownSubjects = entries.get("subjects");
        if (ownSubjects != null) {
            readSubjects(ownSubjects);
        }
        YamlEntry.required(entries, "indicators", root).sequence().forEach(entry -> readIndicator(entry, domain, task));
    }

    private void readIndicator(YamlEntry entry, String domain, Task domainTask) {
        Map<String, YamlEntry> entries = entry.mapping(INDICATOR_KEYS);
        YamlEntry code = YamlEntry.required(entries, "code", entry);
        if (!code.text().matches("[a-z_]{2,40}\\.[a-z_]{2,60}")) {
            throw code.error("a code such as reconsideration.accepted", code.text());
        }
        if (!codes.add(code.text())) {
            throw code.error("each code once", code.text() + " twice");
        }
        YamlEntry unit = YamlEntry.required(entries, "unit", entry);
        YamlEntry taskEntry = entries.get("task");
        indicators.add(new Indicator(
                code.text(),
                domain,
                YamlEntry.required(entries, "name", entry).text(),
                YamlEntry.required(entries, "name_en", entry).text(),
                YamlEntry.required(entries, "definition", entry).text(),
                YamlEntry.required(entries, "definition_en", entry).text(),
                unit(unit, unit.text()),
                oneOf(IndicatorKind.values(), IndicatorKind::code, YamlEntry.required(entries, "kind", entry)),
                YamlEntry.required(entries, "additive", entry).flag(),
                taskEntry == null ? domainTask : task(taskEntry),
                oneOf(Direction.values(), Direction::code, YamlEntry.required(entries, "direction", entry)),
                oneOf(MeasureType.values(), MeasureType::code, YamlEntry.required(entries, "measure_type", entry)),
                seriesBreak(entries)));
        int number = 0;
        for (YamlEntry rule : YamlEntry.required(entries, "rules", entry).sequence()) {
            rules.add(rule(rule, code.text(), ++number, unit.text()));
        }
    }

    private Rule rule(YamlEntry entry, String code, int number, String unit) {
        Set<String> ruleUnits = new LinkedHashSet<>();
        Set<String> ruleSubjects = new LinkedHashSet<>();
        Set<String> notSubjects = new LinkedHashSet<>();
        Set<String> issuerKinds = new LinkedHashSet<>();
        Set<String> notIssuerKinds = new LinkedHashSet<>();
        List<Condition> conditions = new ArrayList<>();
        int priority = 50;
        boolean part = false;
        boolean change = false;
        boolean bodies = false;
        for (Map.Entry<String, YamlEntry> property : entry.mapping().entrySet()) {
            YamlEntry value = property.getValue();
            switch (property.getKey()) {
                case "units" ->
                    value.sequence().forEach(one -> expand(one).forEach(text -> ruleUnits.add(unit(one, text))));
                case "subject" -> subjectNames(value).forEach(name -> ruleSubjects.add(subject(value, name)));
                case "not_subject" -> subjectNames(value).forEach(name -> notSubjects.add(subject(value, name)));
                case "issuer" -> subjectNames(value).forEach(name -> issuerKinds.add(issuer(value, name)));
                case "not_issuer" -> subjectNames(value).forEach(name -> notIssuerKinds.add(issuer(value, name)));
                case "priority" -> priority = value.number(1, 99);
                case "part" -> part = value.flag();
                case "change" -> change = value.flag();
                case "bodies" -> bodies = value.flag();
                default -> conditions.add(condition(property.getKey(), value));
            }
        }
        if (ruleUnits.isEmpty()) {
            ruleUnits.add(unit);
        }
        Rule rule = new Rule(
                code + "#" + number,
                code,
                priority,
                ruleUnits,
                ruleSubjects,
                notSubjects,
                issuerKinds,
                notIssuerKinds,
                conditions,
                part,
                change,
                bodies);
        refuseImpossible(entry, rule);
        return rule;
    }

    private List<String> subjectNames(YamlEntry value) {
        return value.isSequence()
                ? value.sequence().stream().map(YamlEntry::text).toList()
                : List.of(value.text());
    }

    private Condition condition(String key, YamlEntry value) {
        boolean negated = key.startsWith("not_");
        Zone zone = Zone.ofKey(negated ? key.substring(4) : key)
                .orElseThrow(() -> value.error(
                        "units, (not_)subject, (not_)issuer, priority, part, change, bodies, or (not_)"
                                + String.join(
                                        "|",
                                        Arrays.stream(Zone.values())
                                                .map(Zone::key)
                                                .toList()),
                        "an unknown key"));
        List<YamlEntry> items = value.isSequence() ? value.sequence() : List.of(value);
        boolean isNested = items.get(0).isSequence();
        if (negated && isNested) {
            throw value.error("one list of words", "a list of lists");
        }
        List<PhraseGroup> groups = new ArrayList<>();
        if (isNested) {
            items.forEach(group -> groups.add(new PhraseGroup(phrases(group.sequence()))));
        } else {
            groups.add(new PhraseGroup(phrases(items)));
        }
        return new Condition(zone, negated, groups);
    }

    private List<Phrase> phrases(List<YamlEntry> items) {
        List<Phrase> phrases = new ArrayList<>();
        for (YamlEntry item : items) {
            for (String text : expand(item)) {
                List<Integer> ids = new ArrayList<>();
                for (String word : text.split("…", -1)) {
                    ids.add(id(item, word));
                }
                phrases.add(new Phrase(text, ids));
            }
        }
        return phrases;
    }

    /** The members of the list that {@code $name} names; of any other word the word itself. */
    private List<String> expand(YamlEntry entry) {
        String text = entry.text();
        if (!text.startsWith("$")) {
            return List.of(text);
        }
        List<String> members = lists.get(text.substring(1));
        if (members == null) {
            throw entry.error("one of the lists " + String.join(", ", lists.keySet()), text);
        }
        return members;
    }

    private int id(YamlEntry entry, String word) {
        if (!CompactText.of(word).text().equals(word) || word.isEmpty()) {
            throw entry.error("words without spaces, quotation marks and full-width punctuation", "'" + word + "'");
        }
        return words.computeIfAbsent(word, absent -> words.size());
    }

    private String unit(YamlEntry entry, String unit) {
        if (!units.contains(unit)) {
            throw entry.error("one of the units " + String.join(" ", units), unit);
        }
        return unit;
    }

    private String subject(YamlEntry entry, String subject) {
        if (!subjects.containsKey(subject)) {
            throw entry.error("one of the subjects " + String.join(", ", subjects.keySet()), subject);
        }
        return subject;
    }

    private String issuer(YamlEntry entry, String kind) {
        if (!issuers.containsValue(kind)) {
            throw entry.error("one of the issuers " + String.join(", ", new LinkedHashSet<>(issuers.values())), kind);
        }
        return kind;
    }

    private static Task task(YamlEntry entry) {
        for (Task task : Task.values()) {
            if (task.code().equals(entry.text())) {
                return task;
            }
        }
        throw entry.error(Arrays.toString(Task.values()).toLowerCase(Locale.ROOT), entry.text());
    }

    private static <T> T oneOf(T[] values, Function<T, String> word, YamlEntry entry) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equals(entry.text()))
                .findFirst()
                .orElseThrow(() -> entry.error(
                        "one of " + Arrays.stream(values).map(word).collect(Collectors.joining(", ")), entry.text()));
    }

    /** A year without the law that it rests on, or a law without a year, tells nobody anything. */
    private static Optional<SeriesBreak> seriesBreak(Map<String, YamlEntry> entries) {
        Optional<YamlEntry> year = Optional.ofNullable(entries.get("valid_from_year"));
        Optional<YamlEntry> basis = Optional.ofNullable(entries.get("series_break_basis"));
        if (year.isPresent() != basis.isPresent()) {
            String lacking = year.isPresent() ? "series_break_basis" : "valid_from_year";
            throw year.or(() -> basis).orElseThrow().error("key " + lacking + " beside it", "none");
        }
        return year.flatMap(
                from -> basis.map(law -> new SeriesBreak(from.number(EARLIEST_YEAR, LATEST_YEAR), law.text())));
    }

    /** A rule that asks for nothing takes every number of its unit; one that forbids what it asks for takes none. */
    private void refuseImpossible(YamlEntry entry, Rule rule) {
        if (rule.conditions().stream().allMatch(Condition::negated)) {
            throw entry.error("words that must stand somewhere", "none");
        }
        for (Condition asked : rule.conditions()) {
            for (Condition forbidden : rule.conditions()) {
                if (asked.negated() || !forbidden.negated() || !forbidden.zone().holds(asked.zone())) {
                    continue;
                }
                for (PhraseGroup group : asked.groups()) {
                    if (group.phrases().stream().allMatch(phrase -> isForbidden(phrase, forbidden))) {
                        throw entry.error(
                                "a rule that can match",
                                asked.zone().key() + " asks for what not_"
                                        + forbidden.zone().key() + " forbids: "
                                        + String.join(
                                                "/",
                                                group.phrases().stream()
                                                        .map(Phrase::text)
                                                        .toList()));
                    }
                }
            }
        }
    }

    private static boolean isForbidden(Phrase phrase, Condition forbidden) {
        return forbidden.groups().get(0).phrases().stream()
                .anyMatch(word -> word.size() == 1
                        && Arrays.stream(phrase.text().split("…", -1)).anyMatch(own -> own.contains(word.text())));
    }
}
