package org.fazhi.warehouse.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.text.YamlEntry;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;

/**
 * What the names of bodies mean, as {@code warehouse/knowledge/issuer_functions.yml} says: the function a bureau has, and
 * the shorter names that bodies go by. Everything here speaks of a name behind its place and without blanks.
 */
final class IssuerWords {

    static final String FILE = "knowledge/issuer_functions.yml";

    /** The function of a body that no word knows. */
    static final String OTHER = "other";

    /** The function of zones, which bear the name of the place they lie in and are not its body. */
    private static final String ZONE = "development_zone";

    /** The function of governments, of party with government, and of townships. */
    static final String GENERAL = "general";

    /** The shortest that has a level behind at least two characters, and a body's name behind it. */
    private static final Pattern PLACE =
            Pattern.compile("\\p{IsHan}{2,5}?(?:[县旗市区省]|自治州)(?=\\p{IsHan}{2})(?![镇乡街村场社])");

    private static final Pattern OF_TOWNSHIP = Pattern.compile("[镇村]|乡(?!村)|街道|社区|苏木");

    private static final String GOVERNMENT = "人民政府";

    private static final Set<String> FUNCTION_KEYS = Set.of("function", "words", "example", "counter_example");
    private static final Set<String> NOT_PLACE_KEYS = Set.of("word", "example");
    private static final Set<String> ENDING_KEYS = Set.of("ending", "example", "counter_example");
    private static final Set<String> BRANCH_KEYS = Set.of("branch", "whole", "example", "counter_example");
    private static final Set<String> NAME_KEYS = Set.of("short", "full", "example");

    /** A function with a name that has it and one that is near and has not. */
    record Function(String function, String example, String counterExample) {}

    /** A shorter name and the whole one. */
    record ShortName(String shorter, String full, String example) {}

    /** A word that ends like a place and is none, with a body's name that it stands in. */
    record NotPlace(String word, String example) {}

    /** What a name ends with, such a name, and one that is near and is of another kind. */
    record Ending(String ending, String example, String counterExample) {}

    /** What the office of an upper body in a district ends with, and the body of the district that it is. */
    record Branch(String branch, String whole, String example, String counterExample) {}

    private final List<Ending> barePlaces = new ArrayList<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Ending> parts = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final Map<String, String> functionOfWord = new HashMap<>();
    private final List<ShortName> shortNames = new ArrayList<>();
    private final List<String> notLevels = new ArrayList<>();

    private final List<NotPlace> notPlaces = new ArrayList<>();

    private IssuerWords() {}

    /** @throws WarehouseException where the file says something else than it should, with file and line */
    static IssuerWords read(WarehouseFiles files) {
        return of(files.text(FILE));
    }

    static IssuerWords of(String text) {
        IssuerWords words = new IssuerWords();
        try {
            words.read(YamlEntry.parse("warehouse/" + FILE, text));
        } catch (IllegalArgumentException e) {
            throw new WarehouseException(String.valueOf(e.getMessage()), e);
        }
        return words;
    }

    private void read(YamlEntry root) {
        Map<String, YamlEntry> entries = root.mapping(
                Set.of("functions", "names", "not_levels", "not_places", "bare_places", "branches", "parts"));
        for (YamlEntry entry : YamlEntry.required(entries, "functions", root).sequence()) {
            Map<String, YamlEntry> keys = entry.mapping(FUNCTION_KEYS);
            String function = YamlEntry.required(keys, "function", entry).text();
            for (YamlEntry word : YamlEntry.required(keys, "words", entry).sequence()) {
                if (functionOfWord.put(word.text(), function) != null) {
                    throw word.error("each word once", word.text() + " twice");
                }
            }
            functions.add(new Function(
                    function,
                    YamlEntry.required(keys, "example", entry).text(),
                    YamlEntry.required(keys, "counter_example", entry).text()));
        }
        for (YamlEntry entry : YamlEntry.required(entries, "names", root).sequence()) {
            Map<String, YamlEntry> keys = entry.mapping(NAME_KEYS);
            shortNames.add(new ShortName(
                    YamlEntry.required(keys, "short", entry).text(),
                    YamlEntry.required(keys, "full", entry).text(),
                    YamlEntry.required(keys, "example", entry).text()));
        }
        YamlEntry.required(entries, "not_levels", root).sequence().forEach(word -> notLevels.add(word.text()));
        for (YamlEntry entry : YamlEntry.required(entries, "not_places", root).sequence()) {
            Map<String, YamlEntry> keys = entry.mapping(NOT_PLACE_KEYS);
            notPlaces.add(new NotPlace(
                    YamlEntry.required(keys, "word", entry).text(),
                    YamlEntry.required(keys, "example", entry).text()));
        }
        readEndings(YamlEntry.required(entries, "bare_places", root), barePlaces);
        readEndings(YamlEntry.required(entries, "parts", root), parts);
        for (YamlEntry entry : YamlEntry.required(entries, "branches", root).sequence()) {
            Map<String, YamlEntry> keys = entry.mapping(BRANCH_KEYS);
            branches.add(new Branch(
                    YamlEntry.required(keys, "branch", entry).text(),
                    YamlEntry.required(keys, "whole", entry).text(),
                    YamlEntry.required(keys, "example", entry).text(),
                    YamlEntry.required(keys, "counter_example", entry).text()));
        }
    }

    private static void readEndings(YamlEntry list, List<Ending> endings) {
        for (YamlEntry entry : list.sequence()) {
            Map<String, YamlEntry> keys = entry.mapping(ENDING_KEYS);
            endings.add(new Ending(
                    YamlEntry.required(keys, "ending", entry).text(),
                    YamlEntry.required(keys, "example", entry).text(),
                    YamlEntry.required(keys, "counter_example", entry).text()));
        }
    }

    List<Function> functions() {
        return List.copyOf(functions);
    }

    /** What a unit within a body ends with, and a body that is whole. */
    List<Ending> parts() {
        return List.copyOf(parts);
    }

    /** What a body's name ends with that may stand behind a place without its level. */
    List<Ending> barePlaces() {
        return List.copyOf(barePlaces);
    }

    List<Branch> branches() {
        return List.copyOf(branches);
    }

    /** True for 气象局, which behind 锦屿 is 锦屿县's: a body with a function, and not one of a township or a zone. */
    boolean isBehindBarePlace(String rest) {
        return barePlaces.stream().anyMatch(place -> rest.endsWith(place.ending()))
                && !OF_TOWNSHIP.matcher(rest).lookingAt()
                && !beginsWithLevel(rest)
                && function(rest).filter(function -> !function.equals(ZONE)).isPresent();
    }

    /** What stands before the word of a branch: 公安局柏溪 of 公安局柏溪分局; empty where the name is none of a branch. */
    Optional<String> beforeBranch(String name) {
        return branchOf(name)
                .map(branch -> name.substring(0, name.length() - branch.branch().length()))
                .filter(before -> !before.isEmpty());
    }

    /** The body of a branch's district: 公安局 for 公安局 or 公安; empty where that has no function. */
    Optional<String> wholeOfBranch(String name, String head) {
        return branchOf(name)
                // 公安局北渡分局 is an office of the district's own body.
                .filter(branch -> !head.contains(branch.whole())
                        || head.indexOf(branch.whole())
                                == head.length() - branch.whole().length())
                .map(branch -> head.endsWith(branch.whole()) ? head : head + branch.whole())
                .filter(whole -> function(whole).isPresent());
    }

    private Optional<Branch> branchOf(String name) {
        return branches.stream()
                .filter(branch -> name.endsWith(branch.branch()))
                .findFirst();
    }

    List<NotPlace> notPlaces() {
        return List.copyOf(notPlaces);
    }

    List<ShortName> shortNames() {
        return List.copyOf(shortNames);
    }

    /**
     * The function its longest word tells, of two of one length the first in the name; empty where no word stands in it, and
     * for a unit within a body.
     */
    Optional<String> function(String body) {
        if (parts.stream().anyMatch(part -> body.endsWith(part.ending()))) {
            return Optional.empty();
        }
        String best = "";
        int place = -1;
        // 人民政府 holds 民政.
        String besideGovernment = body.replace(GOVERNMENT, "\0".repeat(GOVERNMENT.length()));
        for (String word : functionOfWord.keySet()) {
            int at = (word.contains(GOVERNMENT) ? body : besideGovernment).indexOf(word);
            boolean isBetter = word.length() > best.length() || (word.length() == best.length() && at < place);
            if (at >= 0 && isBetter) {
                best = word;
                place = at;
            }
        }
        return Optional.ofNullable(functionOfWord.get(best));
    }

    /** The name in full: 市场监督管理局 for 市场监管局. A name that ends in full already stays. */
    String full(String body) {
        return shortNames.stream()
                .filter(name -> body.endsWith(name.shorter()) && !body.endsWith(name.full()))
                .max(Comparator.comparingInt(name -> name.shorter().length()))
                .map(name -> body.substring(0, body.length() - name.shorter().length()) + name.full())
                .orElse(body);
    }

    /** True where the name begins with the character of a level that means one: 县司法局, not 市场监督管理局. */
    boolean beginsWithLevel(String body) {
        return body.length() > 2
                && "省市州县区旗".indexOf(body.charAt(0)) >= 0
                && notLevels.stream().noneMatch(body::startsWith);
    }

    /**
     * What looks like a county, district, city, banner, prefecture or province at the start of a name: 云溪县 of 云溪县司法局. Empty for
     * 城市管理局, 经济开发区管理委员会, and for 老县镇, where it belongs to the name of a township.
     */
    Optional<String> leadingPlace(String name) {
        Matcher matcher = PLACE.matcher(name);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String place = matcher.group();
        boolean isWord = notPlaces.stream().anyMatch(word -> place.endsWith(word.word()))
                || notLevels.stream().anyMatch(word -> name.startsWith(word, place.length() - 1));
        return isWord ? Optional.empty() : Optional.of(place);
    }
}
