package org.fazhi.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.fazhi.text.BundledFile;
import org.fazhi.text.KnownPattern;

/** The words by which a text says of a place of which level it speaks: {@code warehouse/knowledge/level_signs.yml}. */
final class LevelSigns {

    static final String FILE = "warehouse/knowledge/level_signs.yml";

    /** The levels of a place by the last character of its name, the lowest first (宪法 Art. 30). */
    private static final List<String> RANKS = List.of("县区旗", "市州盟", "省");

    /** A slip, or a sentence on what the city has decided, is no report of the city. */
    private static final int FEWEST = 3;

    private static final LevelSigns BUNDLED = of(BundledFile.text(FILE));

    enum Sign {
        PLACE,
        BODY
    }

    private final List<KnownPattern<Sign>> entries;

    private LevelSigns(List<KnownPattern<Sign>> entries) {
        this.entries = entries;
    }

    static LevelSigns bundled() {
        return BUNDLED;
    }

    /** @throws IllegalArgumentException where the text says something else than it should */
    static LevelSigns of(String text) {
        List<KnownPattern<Sign>> entries = KnownPattern.of(FILE, text, Sign.values());
        for (KnownPattern<Sign> entry : entries) {
            String pattern = entry.pattern().pattern();
            if (!pattern.contains("(?<level>")) {
                throw new IllegalArgumentException(FILE + ": pattern: expected a group level, got " + pattern);
            }
        }
        return new LevelSigns(entries);
    }

    List<KnownPattern<Sign>> entries() {
        return entries;
    }

    /**
     * True where a text speaks of a place of a higher level than all that are given, and of none of theirs.
     *
     * @param names of the place the text should be of, such as 松陂县人民政府, or those that the place had before
     */
    boolean isOfHigherLevel(String text, List<String> names) {
        Set<Character> own = levelsIn(names);
        int rank = own.stream().mapToInt(LevelSigns::rank).max().orElse(RANKS.size());
        Map<Character, Integer> places = new HashMap<>();
        for (KnownPattern<Sign> entry : entries) {
            Matcher found = entry.pattern().matcher(text);
            while (found.find()) {
                char level = found.group("level").charAt(0);
                if (own.contains(level)) {
                    return false;
                }
                if (entry.sign() == Sign.PLACE) {
                    places.merge(level, 1, Integer::sum);
                }
            }
        }
        return places.entrySet().stream().anyMatch(place -> rank(place.getKey()) > rank && place.getValue() >= FEWEST);
    }

    /** Every character that may be a level's, 市场 of a bureau's name too: one too many lets a report pass. */
    private static Set<Character> levelsIn(List<String> names) {
        return names.stream()
                .flatMapToInt(String::chars)
                .filter(character -> rank((char) character) >= 0)
                .mapToObj(character -> (char) character)
                .collect(Collectors.toSet());
    }

    private static int rank(char level) {
        for (int rank = 0; rank < RANKS.size(); rank++) {
            if (RANKS.get(rank).indexOf(level) >= 0) {
                return rank;
            }
        }
        return -1;
    }
}
