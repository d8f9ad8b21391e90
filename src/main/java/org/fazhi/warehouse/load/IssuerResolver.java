package org.fazhi.warehouse.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.PlaceNames;
import org.fazhi.harvest.source.PublisherPlace;
import org.fazhi.harvest.source.Region;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.IssuerName;

/**
 * Settles which body a printed name means. Two names are one body only where that is sure: they differ in blanks, in
 * full-width forms, in the regions before the body's own, in a short form that {@link IssuerWords} lists, or by leaving out
 * the region that the document, its page or its source's publisher names. What is not sure stays a body of its own, and a
 * name with a place that no table has is nobody's.
 */
final class IssuerResolver {

    /** As far as a page is searched for a name in full; a report is seldom longer, and a hostile text may be. */
    private static final int SEARCHED_CHARACTERS = 20_000;

    /** The body of party and government together: 中共云溪县委 云溪县人民政府, behind what is theirs alone. */
    private static final String TOGETHER = "党委和人民政府";

    /** 委云溪县人民政府, 北渡镇委员会云溪县北渡镇人民政府: behind the first place, before and after the party's word. */
    private static final Pattern PARTY_AND_GOVERNMENT =
            Pattern.compile("(.{0,20}?)(?:工作委员会|党工委|委员会|党委|工委|委)[、,，和]?(?:中共)?(.{0,40}?)(?:人民政府|政府|街道办事处)");

    private static final Set<String> OWN_BUREAU = Set.of("本局", "我局");
    private static final Set<String> OWN_REGION = Set.of("本省", "我省", "本市", "我市", "本县", "我县", "本区", "我区", "全县", "全区");

    private static final Pattern PLACE_ALONE = Pattern.compile("\\p{IsHan}{1,14}[省州盟市县区旗]");

    private final PlaceNames places;
    private final IssuerWords words;
    private final ShortPlaces shortPlaces;

    IssuerResolver(PlaceNames places, IssuerWords words) {
        this.places = places;
        this.words = words;
        this.shortPlaces = new ShortPlaces(places, words);
    }

    /** The place a source's publisher names that no table has, so that its region could not be held against it. */
    Optional<String> unknownPlace(Source source) {
        String plain = PlaceNames.plain(source.publisher());
        String name = plain.substring(PlaceNames.partyMark(plain).length());
        Optional<PlaceNames.Place> place = places.leading(name);
        String rest = name.substring(place.map(PlaceNames.Place::end).orElse(0));
        boolean isAbbreviated = place.isEmpty()
                && places.name(source.region())
                        .flatMap(full -> behindAbbreviation(full, name))
                        .isPresent();
        return isAbbreviated || together(rest, plain.length() > name.length()).isPresent()
                ? Optional.empty()
                : words.leadingPlace(rest);
    }

    /** The body a source names as its publisher. */
    IssuingBody publisher(Source source) {
        return vouched(source.publisher(), Optional.of(source.region()), 0, "", Optional.empty(), source.publisher());
    }

    /**
     * The body a document's printed name means.
     *
     * @param region code of the document's region
     * @param year the year reported on, for names that several regions bore; 0 where it is not known
     * @param page the document's text
     * @param source what it was harvested for
     */
    IssuingBody resolve(String printed, Optional<String> region, int year, String page, Optional<Source> source) {
        return vouched(
                printed,
                region,
                year,
                page,
                source,
                source.map(Source::publisher).orElse(""));
    }

    /** @param voucher the name an operator wrote: a place in it is one, though no table has it */
    private IssuingBody vouched(
            String printed, Optional<String> region, int year, String page, Optional<Source> source, String voucher) {
        String plain = PlaceNames.plain(printed);
        String mark = PlaceNames.partyMark(plain);
        String name = plain.substring(mark.length());
        Optional<PlaceNames.Place> place = places.leading(name);
        Optional<PlacedBody> inShort = shortPlaces.of(name, place, region);
        if (inShort.isPresent() && inShort.get().region().isPresent()) {
            return body(inShort.get().region(), inShort.get().body(), mark);
        }
        // What the operator wrote of a source holds for its region, whatever else it could mean.
        if (inShort.isPresent() && !PlaceNames.plain(voucher).equals(plain)) {
            return source.map(this::publisher)
                    .filter(owner -> owner.region().equals(region)
                            && owner.body().equals(words.full(inShort.get().body())))
                    .orElseGet(() -> asPrinted(Optional.empty(), plain));
        }
        if (place.isPresent()) {
            String rest = name.substring(place.get().end());
            if (together(rest, !mark.isEmpty()).isEmpty() && isOfUnknownPlace(rest, voucher)) {
                return asPrinted(Optional.empty(), plain);
            }
            Optional<String> meant = settle(place.get(), rest, region, year);
            return meant.isPresent() && !rest.isEmpty() ? body(meant, rest, mark) : asPrinted(region, plain);
        }
        Optional<String> abbreviated = region.flatMap(places::name).flatMap(full -> behindAbbreviation(full, name));
        if (abbreviated.isPresent()) {
            return body(region, abbreviated.get(), mark);
        }
        if (isOfUnknownPlace(name, voucher)) {
            return asPrinted(Optional.empty(), plain);
        }
        return withoutPlace(name, mark, plain, region, page, source);
    }

    /** True for 云溪县司法局 where no table has a 云溪县: another county's body, or a slip; of which region cannot be told. */
    private boolean isOfUnknownPlace(String name, String voucher) {
        Optional<String> place = words.leadingPlace(name);
        return place.isPresent() && !PlaceNames.plain(voucher).contains(place.get());
    }

    /** The region that a place means: the document's own where it can be, else the one that it surely is. */
    private Optional<String> settle(PlaceNames.Place place, String rest, Optional<String> region, int year) {
        List<Region> regions = place.regions();
        if (region.isPresent()) {
            String own = region.get();
            boolean isOwn = regions.stream()
                    .anyMatch(named -> places.isSame(named.code(), own)
                            || (PublisherPlace.isFiner(rest) && places.liesIn(own, named)));
            if (isOwn) {
                return region;
            }
        }
        Optional<String> only = only(regions);
        return only.isPresent()
                ? only
                : only(regions.stream().filter(named -> named.isValidIn(year)).toList())
                        .or(() -> region.flatMap(own -> only(regions.stream()
                                .filter(named -> named.code().startsWith(own.substring(0, 2)))
                                .toList())));
    }

    private static Optional<String> only(List<Region> regions) {
        Set<String> codes = new TreeSet<>();
        regions.forEach(region -> codes.add(region.code()));
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    /** 金平县… of 金平苗族瑶族傣族自治县: what stands behind the first characters and the last one. */
    private static Optional<String> behindAbbreviation(String full, String name) {
        int shared = 0;
        while (shared < Math.min(full.length(), name.length()) && full.charAt(shared) == name.charAt(shared)) {
            shared++;
        }
        boolean isAutonomous = full.contains("自治") && shared >= 2 && shared + 1 < name.length();
        return isAutonomous && name.charAt(shared) == full.charAt(full.length() - 1)
                ? Optional.of(name.substring(shared + 1))
                : Optional.empty();
    }

    private IssuingBody withoutPlace(
            String name, String mark, String plain, Optional<String> region, String page, Optional<Source> source) {
        Optional<IssuingBody> own = source.flatMap(owner -> ofPublisher(name, owner, region));
        if (own.isPresent()) {
            return own.get();
        }
        String regionName = region.flatMap(places::name).orElse("");
        if (OWN_REGION.contains(name)) {
            return regionName.endsWith(name.substring(1)) ? body(region, "人民政府", mark) : asPrinted(region, plain);
        }
        boolean isShort = words.beginsWithLevel(name);
        if (isShort && regionName.endsWith(name.substring(0, 1))) {
            return body(region, name.substring(1), mark);
        }
        if (isShort || region.isEmpty()) {
            Optional<String> found = regionOnPage(name, isShort ? 1 : 0, page);
            return found.isPresent() ? body(found, isShort ? name.substring(1) : name, mark) : asPrinted(region, plain);
        }
        return body(region, name, mark);
    }

    /** The publisher of the document's source, where the name is that name without its place, or says "this bureau". */
    private Optional<IssuingBody> ofPublisher(String name, Source source, Optional<String> region) {
        String publisher = PlaceNames.plain(source.publisher());
        if (OWN_BUREAU.contains(name)) {
            return publisher.endsWith("局") ? Optional.of(publisher(source)) : Optional.empty();
        }
        if (region.isPresent() && !region.get().equals(source.region())) {
            return Optional.empty();
        }
        boolean isLonger = publisher.endsWith(name) && publisher.length() > name.length();
        if (!isLonger || !PlaceNames.partyMark(publisher).isEmpty()) {
            return Optional.empty();
        }
        int end = publisher.length() - name.length() + (words.beginsWithLevel(name) ? 1 : 0);
        String before = publisher.substring(0, end);
        boolean isPlace = places.leading(before)
                .map(place -> place.end() == end)
                .orElseGet(() -> PLACE_ALONE.matcher(before).matches());
        return isPlace ? Optional.of(publisher(source)) : Optional.empty();
    }

    /** The one region whose name stands on the page before the body's; empty where none does, or several do. */
    private Optional<String> regionOnPage(String name, int shared, String page) {
        if (name.isEmpty()) {
            // Nothing stands everywhere, and is found again and again.
            return Optional.empty();
        }
        String text = PlaceNames.plain(page.substring(0, Math.min(page.length(), SEARCHED_CHARACTERS)));
        Set<String> codes = new TreeSet<>();
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            places.endingAt(text, at + shared).forEach(region -> codes.add(region.code()));
        }
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    private IssuingBody body(Optional<String> region, String rest, String mark) {
        Optional<String> regionName = region.flatMap(places::name);
        Optional<String> together = together(rest, !mark.isEmpty());
        if (together.isPresent()) {
            String what = together.get();
            String place = regionName.orElse("") + what;
            return new IssuingBody(
                    region,
                    what + TOGETHER,
                    "中共" + place + "委" + place + "人民政府",
                    Optional.of(IssuerKind.PARTY_GOVERNMENT),
                    IssuerWords.GENERAL);
        }
        String full = words.full(rest);
        String body = mark.isEmpty() ? full : "中共" + full;
        return of(region, body, (mark.isEmpty() ? "" : "中共") + regionName.orElse("") + full);
    }

    /** What party and government have before their words beyond the region, such as 北渡镇; empty where it is no such name. */
    private Optional<String> together(String rest, boolean isMarked) {
        Matcher matcher = PARTY_AND_GOVERNMENT.matcher(rest);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String party = matcher.group(1);
        String government = matcher.group(2);
        if (!isMarked && !party.isEmpty()) {
            return Optional.empty();
        }
        String behindPlace = places.leading(government)
                .map(place -> government.substring(place.end()))
                .orElse(government);
        boolean isOne = behindPlace.equals(party) || (party.isEmpty() && behindPlace.matches("[省市州县区旗]"));
        return isOne ? Optional.of(party) : Optional.empty();
    }

    /** A name whose region is not sure: a body of its own among those of the document's region. */
    private IssuingBody asPrinted(Optional<String> region, String plain) {
        String full = words.full(plain);
        return of(region, full, full);
    }

    private IssuingBody of(Optional<String> region, String body, String name) {
        Optional<IssuerKind> kind = IssuerName.kindOf(name);
        return new IssuingBody(region, body, name, kind, function(body, kind));
    }

    private String function(String body, Optional<IssuerKind> kind) {
        boolean isGeneral = body.endsWith("人民政府")
                || kind.filter(named -> named == IssuerKind.TOWNSHIP || named == IssuerKind.PARTY_GOVERNMENT)
                        .isPresent();
        return isGeneral ? IssuerWords.GENERAL : words.function(body).orElse(IssuerWords.OTHER);
    }
}
