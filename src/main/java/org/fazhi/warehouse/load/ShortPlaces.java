package org.fazhi.warehouse.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fazhi.harvest.source.PlaceNames;
import org.fazhi.harvest.source.Region;

/**
 * Names whose place stands in another form than first and in full: 锦屿气象局 is 锦屿县气象局, and 云岫市公安局柏溪分局 is what
 * 柏溪区 has for a 公安局. Which words tell so, {@link IssuerWords} knows; which region is meant is sure only where it is the
 * document's own, or one alone below it.
 */
final class ShortPlaces {

    private static final int LONGEST = 8;

    private final PlaceNames places;
    private final IssuerWords words;

    ShortPlaces(PlaceNames places, IssuerWords words) {
        this.places = places;
        this.words = words;
    }

    /**
     * @param name without the party's mark
     * @param place the place that it begins with
     * @param own the document's region
     * @return empty where the name is of another form
     */
    Optional<PlacedBody> of(String name, Optional<PlaceNames.Place> place, Optional<String> own) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String rest = name.substring(place.map(PlaceNames.Place::end).orElse(0));
        Optional<String> before = words.beforeBranch(rest);
        if (before.isPresent()) {
            return branch(rest, before.get(), place, own.get());
        }
        return place.isPresent() ? Optional.empty() : behindBarePlace(name, own.get());
    }

    private Optional<PlacedBody> behindBarePlace(String name, String own) {
        for (int end = Math.min(name.length() - 1, LONGEST); end > 1; end--) {
            String rest = name.substring(end);
            List<Region> meant = near(name.substring(0, end), own);
            if (!meant.isEmpty() && words.isBehindBarePlace(rest)) {
                return Optional.of(new PlacedBody(only(meant, region -> true), rest));
            }
        }
        return Optional.empty();
    }

    private Optional<PlacedBody> branch(String rest, String before, Optional<PlaceNames.Place> place, String own) {
        boolean hasLevel = place.isEmpty() && words.beginsWithLevel(rest);
        String office = hasLevel ? before.substring(1) : before;
        for (int length = Math.min(office.length() - 1, LONGEST); length > 1; length--) {
            String last = office.substring(office.length() - length);
            Optional<PlacedBody> behind = district(
                    last, words.wholeOfBranch(rest, office.substring(0, office.length() - length)), place, own);
            if (behind.isPresent()) {
                return behind;
            }
            Optional<PlacedBody> ahead = place.isEmpty()
                    ? district(
                            office.substring(0, length),
                            words.wholeOfBranch(rest, office.substring(length)),
                            place,
                            own)
                    : Optional.empty();
            if (ahead.isPresent()) {
                return ahead;
            }
        }
        return place.filter(named -> named.regions().stream().allMatch(region -> isCounty(region)))
                .flatMap(named -> ofDistrict(rest, office, named, own))
                .or(() -> isOfAnUpperBody(hasLevel, rest, place, own)
                        ? Optional.of(new PlacedBody(Optional.empty(), rest))
                        : Optional.empty());
    }

    /** 柏溪区公安分局. */
    private Optional<PlacedBody> ofDistrict(String rest, String office, PlaceNames.Place named, String own) {
        boolean isOwn = named.regions().stream().anyMatch(region -> places.isSame(region.code(), own));
        return isOwn
                ? words.wholeOfBranch(rest, office).map(whole -> new PlacedBody(Optional.of(own), whole))
                : Optional.empty();
    }

    private Optional<PlacedBody> district(
            String district, Optional<String> whole, Optional<PlaceNames.Place> upper, String own) {
        List<Region> meant = whole.isEmpty() ? List.of() : near(district, own);
        List<Region> below = upper.map(PlaceNames.Place::regions).orElse(List.of());
        Predicate<Region> isBelow =
                region -> below.isEmpty() || below.stream().anyMatch(above -> places.liesIn(region.code(), above));
        return meant.stream().anyMatch(isBelow)
                ? whole.map(body ->
                        new PlacedBody(only(meant, region -> isBelow.test(region) && isCounty(region)), body))
                : Optional.empty();
    }

    private static boolean isCounty(Region region) {
        return region.level().equals("county");
    }

    /** The regions of the name that are the document's own, lie in it, or hold it. */
    private List<Region> near(String name, String own) {
        return places.inShort(name).stream()
                .filter(region -> places.isSame(region.code(), own)
                        || places.liesIn(region.code(), own)
                        || places.liesIn(own, region))
                .toList();
    }

    private Optional<String> only(List<Region> regions, Predicate<Region> predicate) {
        Set<String> codes = new TreeSet<>();
        regions.stream().filter(predicate).forEach(region -> codes.add(region.code()));
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    /** True for 市公安局北渡分局 in a district: of which part of the city it is cannot be told. */
    private boolean isOfAnUpperBody(boolean hasLevel, String rest, Optional<PlaceNames.Place> place, String own) {
        boolean isOtherLevel = hasLevel
                && places.name(own)
                        .filter(name -> !name.endsWith(rest.substring(0, 1)))
                        .isPresent();
        return isOtherLevel
                || place.filter(named -> named.regions().stream().anyMatch(region -> places.liesIn(own, region)))
                        .isPresent();
    }
}
