package org.fazhi.harvest.source;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a region code against the place that a body's name begins with. Says something only where both are certain: a name
 * without a place, with an abbreviation, or with the name of a place that no table holds, passes.
 */
public final class PublisherPlace {

    /** More codes than these a message does not list; the common names, such as 城关区, are borne by fewer. */
    private static final int MOST_CODES = 8;

    /** What stands after a place where a part of it is meant that may have, or lie under, a code of its own. */
    private static final Pattern FINER = Pattern.compile("(?<!社)区(?!域)|[镇旗]|(?<!城)乡(?!村)|街道|苏木|分局|支局|园(?=管|$)|直属|驻");

    private final PlaceNames names;

    public PublisherPlace(PlaceNames names) {
        this.names = names;
    }

    /** Held against GB/T 2260 with its history and the listed fictional regions. */
    public static PublisherPlace listed() {
        return Listed.PLACES;
    }

    /** Holds the tables, which are read once a program. */
    private static final class Listed {
        static final PublisherPlace PLACES = new PublisherPlace(
                PlaceNames.of(Stream.concat(RegionCodes.load().all().stream(), FictionalRegions.load().stream())
                        .toList()));
    }

    /** True where words after a place may name a part of it. */
    public static boolean isFiner(String rest) {
        return FINER.matcher(rest).find();
    }

    /** What the code should be, for a message, where the name is surely that of another place; else empty. */
    public Optional<String> expected(String publisher, String code) {
        String plain = PlaceNames.plain(publisher);
        String name = plain.substring(PlaceNames.partyMark(plain).length());
        Optional<PlaceNames.Place> place = names.leading(name);
        if (place.isEmpty() || !names.knows(code) || agrees(place.get(), name, code)) {
            return Optional.empty();
        }
        String word = place.get().regions().get(0).name();
        return Optional.of("a code of " + word + " (" + codes(place.get().regions()) + ")");
    }

    private boolean agrees(PlaceNames.Place place, String name, String code) {
        boolean isFiner = isFiner(name.substring(place.end()));
        return place.regions().stream()
                .anyMatch(region -> names.isRelated(region.code(), code) || (isFiner && names.liesIn(code, region)));
    }

    /** The code with its name, for a message. */
    public String describe(String code) {
        return names.name(code).map(name -> code + " (" + name + ")").orElse(code);
    }

    private static String codes(List<Region> regions) {
        Set<String> codes = regions.stream()
                .sorted(Comparator.comparing((Region region) -> region.validTo().isPresent())
                        .thenComparing(Region::code))
                .map(Region::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return codes.stream().limit(MOST_CODES).collect(Collectors.joining(", "))
                + (codes.size() > MOST_CODES ? ", …" : "");
    }
}
