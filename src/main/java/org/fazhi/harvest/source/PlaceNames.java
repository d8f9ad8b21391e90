package org.fazhi.harvest.source;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of regions as they stand before a body's: 青岚省云溪县司法局 names 云溪县, in 青岚省. A name that several regions
 * bear, such as 鼓楼区, names them all, unless a name before it settles which. Abbreviations name nothing.
 */
public final class PlaceNames {

    private static final int LEAST_LENGTH = 2;

    /** Listed names that are common words for a part of any town. */
    private static final Set<String> COMMON_WORDS = Set.of("城区", "郊区", "矿区");

    private static final String LEVELS = "市县区旗";

    private static final String PARTY = "中共";
    private static final String PARTY_IN_FULL = "中国共产党";

    private final Map<String, List<Region>> byName = new HashMap<>();
    /** By the name without its level: 锦屿 for 锦屿县. */
    private final Map<String, List<Region>> byBareName = new HashMap<>();

    private final Map<String, List<Region>> byCode = new HashMap<>();
    /** The codes that took over a region, in whole or in part. */
    private final Map<String, Set<String>> successors = new HashMap<>();

    private int longest;

    private PlaceNames() {}

    public static PlaceNames of(Collection<Region> regions) {
        PlaceNames names = new PlaceNames();
        for (Region region : regions) {
            names.byName
                    .computeIfAbsent(region.name(), name -> new ArrayList<>())
                    .add(region);
            names.byCode
                    .computeIfAbsent(region.code(), code -> new ArrayList<>())
                    .add(region);
            bare(region.name())
                    .ifPresent(bare -> names.byBareName
                            .computeIfAbsent(bare, name -> new ArrayList<>())
                            .add(region));
            names.longest = Math.max(names.longest, region.name().length());
            for (Region.Successor successor : region.successors()) {
                names.successors
                        .computeIfAbsent(region.code(), code -> new HashSet<>())
                        .add(successor.code());
            }
        }
        return names;
    }

    /**
     * The place a name begins with.
     *
     * @param regions every region that it may mean, never none
     * @param end one past its last UTF-16 unit
     */
    public record Place(List<Region> regions, int end) {
        public Place {
            regions = List.copyOf(regions);
        }
    }

    /** A name without blanks and in half-width forms, as names are compared. */
    public static String plain(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The words that mark a body of the party at the start of a plain name; the empty text where it is none. */
    public static String partyMark(String plain) {
        if (plain.startsWith(PARTY_IN_FULL)) {
            return PARTY_IN_FULL;
        }
        return plain.startsWith(PARTY) ? PARTY : "";
    }

    /** The place a plain name begins with; of 青岚省云溪县 the last, since it lies in the one before. */
    public Optional<Place> leading(String plain) {
        Place last = new Place(List.of(), 0);
        Optional<Place> next = after(last, plain);
        while (next.isPresent()) {
            last = next.get();
            next = after(last, plain);
        }
        return last.end() == 0 ? Optional.empty() : Optional.of(last);
    }

    private Optional<Place> after(Place before, String plain) {
        int from = before.end();
        for (int end = Math.min(plain.length(), from + longest); end >= from + LEAST_LENGTH; end--) {
            List<Region> found = named(plain.substring(from, end)).stream()
                    .filter(region -> before.regions().isEmpty()
                            || before.regions().stream().anyMatch(parent -> isIn(region, parent)))
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(new Place(found, end));
            }
        }
        return Optional.empty();
    }

    /** The place that ends at the offset of a plain text, the longest name first: 青岚省云溪县 ends with 云溪县. */
    public List<Region> endingAt(String plain, int end) {
        for (int from = Math.max(0, end - longest); from <= end - LEAST_LENGTH; from++) {
            List<Region> found = named(plain.substring(from, end));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Region> named(String name) {
        return COMMON_WORDS.contains(name) ? List.of() : byName.getOrDefault(name, List.of());
    }

    /** Every region that the name means, in full or without its level: 锦屿县 or 锦屿; none for one that no table has. */
    public List<Region> inShort(String name) {
        List<Region> found = named(name);
        return found.isEmpty() ? byBareName.getOrDefault(name, List.of()) : found;
    }

    /** 锦屿 of 锦屿县; empty where the level is no single character, or nothing much stands before it. */
    private static Optional<String> bare(String name) {
        int end = name.length() - 1;
        boolean isPlain = end >= LEAST_LENGTH && LEVELS.indexOf(name.charAt(end)) >= 0 && !name.contains("自治");
        return isPlain && !COMMON_WORDS.contains(name) ? Optional.of(name.substring(0, end)) : Optional.empty();
    }

    private static boolean isIn(Region region, Region parent) {
        if (region.code().equals(parent.code())) {
            return false;
        }
        return switch (parent.level()) {
            // The fictional provinces share their first two digits.
            case "province" ->
                region.province().equals(parent.name())
                        || (!RegionCodes.isFictional(parent.code())
                                && region.code().startsWith(parent.code().substring(0, 2)));
            case "prefecture" ->
                region.code().startsWith(parent.code().substring(0, 4))
                        || region.prefecture().equals(parent.name());
            default -> false;
        };
    }

    /** True where the code, or what it once meant, lies inside the region. */
    public boolean liesIn(String code, Region parent) {
        return byCode.getOrDefault(code, List.of()).stream().anyMatch(region -> isIn(region, parent));
    }

    /** The same by codes. */
    public boolean liesIn(String code, String parent) {
        return byCode.getOrDefault(parent, List.of()).stream().anyMatch(region -> liesIn(code, region));
    }

    /** True for a code that stands or once stood in the tables. */
    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The name a code bears today, or bore last. */
    public Optional<String> name(String code) {
        return byCode.getOrDefault(code, List.of()).stream()
                .max(Comparator.comparing((Region region) -> region.validTo().isEmpty())
                        .thenComparing(Region::validFrom)
                        .thenComparing(Region::name))
                .map(Region::name);
    }

    /** True for one code, and for two of which one led to the other, in whole or in part, over any number of steps. */
    public boolean isRelated(String one, String other) {
        return leadsTo(one, other) || leadsTo(other, one);
    }

    private boolean leadsTo(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String code = open.pop();
            if (code.equals(to)) {
                return true;
            }
            successors.getOrDefault(code, Set.of()).stream().filter(seen::add).forEach(open::push);
        }
        return false;
    }

    /**
     * True for one code, and for two of which one became the other and nothing else did, such as 长清县, now 长清区. Regions
     * that became one are not the same as it.
     */
    public boolean isSame(String one, String other) {
        return one.equals(other) || became(one, other) || became(other, one);
    }

    private boolean became(String from, String to) {
        String code = from;
        for (int steps = 0; steps < byCode.size() && !code.equals(to); steps++) {
            Optional<String> next = onlyHeir(code);
            if (next.isEmpty()) {
                return false;
            }
            code = next.get();
        }
        return code.equals(to);
    }

    /** The code that began as this one ended, and that no other region became. */
    private Optional<String> onlyHeir(String code) {
        Set<String> heirs = new HashSet<>(successors.getOrDefault(code, Set.of()));
        heirs.remove(code);
        if (heirs.size() != 1) {
            return Optional.empty();
        }
        String heir = heirs.iterator().next();
        int ended = byCode.getOrDefault(code, List.of()).stream()
                .mapToInt(region -> region.validTo().orElse(Integer.MAX_VALUE))
                .max()
                .orElse(Integer.MAX_VALUE);
        boolean isNew = byCode.getOrDefault(heir, List.of()).stream().allMatch(region -> region.validFrom() >= ended);
        long ancestors = successors.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(heir) && entry.getValue().contains(heir))
                .count();
        return isNew && ancestors == 1 ? Optional.of(heir) : Optional.empty();
    }
}
