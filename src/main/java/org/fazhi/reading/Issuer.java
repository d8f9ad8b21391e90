package org.fazhi.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.Region;
import org.fazhi.harvest.source.RegionCodes;
import org.fazhi.reading.strip.PageMetadata;

/**
 * Who issues a report.
 *
 * @param regionCode GB/T 2260 code of the body's region; empty where it cannot be settled
 */
record Issuer(String name, IssuerKind kind, Optional<String> regionCode) {

    /**
     * Settles the issuer, the first that speaks: the title, the opening of the text, the page's metadata, the source, unless
     * the text speaks of a place above the source's.
     *
     * @param year the year reported on, for codes that changed; 0 where it is not known
     */
    static Optional<Issuer> of(PageInput page, PageMetadata metadata, Optional<String> title, String body, int year) {
        List<Optional<String>> names = new ArrayList<>();
        names.add(title.flatMap(IssuerName::inTitle));
        Optional<String> signature = publisher(metadata, PageMetadata.Origin.SIGNATURE);
        Optional<String> inOpening = IssuerName.inOpening(body);
        Optional<String> ofPlace = names.get(0).isPresent()
                ? Optional.empty()
                : title.flatMap(IssuerName::ofPlaceInTitle)
                        .or(() -> page.linkTitle().flatMap(IssuerName::ofPlaceInTitle));
        if (ofPlace.isPresent()) {
            // The report on a place is its government's (法治政府建设与责任落实督察工作规定, art. 24); the office that drafts it often
            // signs it, and posts it on its own page. What opens with a bureau may be that bureau's own.
            names.add(signature.filter(IssuerName::isOfPlace));
            names.add(inOpening.filter(name -> speaksForItself(name, ofPlace.get())));
            names.add(ofPlace);
        }
        names.addAll(List.of(publisher(metadata, PageMetadata.Origin.METADATA_BLOCK), signature, inOpening));
        metadata.all(PageMetadata.Field.PUBLISHER).forEach(entry -> names.add(IssuerName.ofPublisher(entry.value())));
        names.add(page.publisher().filter(name -> !isOfHigherLevel(body, name, page.region())));
        names.add(IssuerName.anywhere(body));
        names.add(IssuerName.ofSubjectOfOpening(body));
        Optional<String> found =
                names.stream().flatMap(Optional::stream).findFirst().map(name -> IssuerName.spaced(whole(name, names)));
        return found.map(name -> new Issuer(
                name,
                page.publisher().filter(name::equals).isPresent()
                        ? page.issuerKind().orElseGet(() -> kind(name, page))
                        : kind(name, page),
                region(page, name, metadata, body, year)));
    }

    /** True of a bureau, and of the place's own body; the text may also begin with the body above to which it is sent. */
    private static boolean speaksForItself(String name, String ofPlace) {
        return IssuerName.isOfPlace(name) ? name.contains(IssuerName.withoutBody(ofPlace)) : IssuerName.isBureau(name);
    }

    private static boolean isOfHigherLevel(String body, String publisher, Optional<String> region) {
        List<String> names = new ArrayList<>(List.of(publisher));
        if (!LevelSigns.bundled().isOfHigherLevel(body, names)) {
            return false;
        }
        // A district that was a city speaks of 全市 in the reports of that time.
        region.ifPresent(code -> RegionCodes.load().all().stream()
                .filter(named -> named.code().equals(code)
                        || named.successors().stream()
                                .anyMatch(successor -> successor.code().equals(code)))
                .map(Region::name)
                .forEach(names::add));
        return LevelSigns.bundled().isOfHigherLevel(body, names);
    }

    private static Optional<String> publisher(PageMetadata metadata, PageMetadata.Origin origin) {
        return metadata.all(PageMetadata.Field.PUBLISHER).stream()
                .filter(entry -> entry.origin() == origin)
                .flatMap(entry -> IssuerName.ofPublisher(entry.value()).stream())
                .findFirst();
    }

    private static IssuerKind kind(String name, PageInput page) {
        return IssuerName.kindOf(name).or(page::issuerKind).orElse(IssuerKind.BUREAU);
    }

    /** A name that leaves its place out (司法局) is replaced by a longer one that ends with it (郯城县司法局). */
    private static String whole(String name, List<Optional<String>> names) {
        return names.stream()
                .flatMap(Optional::stream)
                .filter(other -> other.length() > name.length() && other.endsWith(name))
                .findFirst()
                .orElse(name);
    }

    private static Optional<String> region(
            PageInput page, String issuer, PageMetadata metadata, String body, int year) {
        RegionCodes codes = RegionCodes.load();
        List<Region> candidates = candidates(codes, issuer).stream()
                .filter(region -> year == 0 || region.isValidIn(year))
                .toList();
        if (page.region().isPresent()) {
            String expected = page.region().get();
            boolean agrees = candidates.isEmpty()
                    || candidates.stream().anyMatch(region -> region.code().equals(expected));
            List<Region> near = candidates.stream()
                    .filter(region -> region.code().regionMatches(0, expected, 0, 2))
                    .toList();
            return agrees || near.size() != 1
                    ? page.region()
                    : Optional.of(near.get(0).code());
        }
        if (candidates.stream().map(Region::code).distinct().count() <= 1) {
            return candidates.stream().map(Region::code).findFirst();
        }
        // The same name twice in China: the parent is named in the issuer, the page or the text.
        StringBuilder context = new StringBuilder(issuer).append(body);
        metadata.entries().forEach(entry -> context.append(' ').append(entry.value()));
        List<Region> settled = candidates.stream()
                .filter(region -> mentions(context, region.prefecture()) || mentions(context, region.province()))
                .toList();
        return settled.stream().map(Region::code).distinct().count() == 1
                ? Optional.of(settled.get(0).code())
                : Optional.empty();
    }

    /** The regions the name's longest place prefix may mean: 珠海市香洲区司法局 means 香洲区. */
    private static List<Region> candidates(RegionCodes codes, String issuer) {
        String rest = issuer.startsWith("中共") ? issuer.substring(2) : issuer;
        List<Region> last = List.of();
        int from = 0;
        boolean found = true;
        while (found) {
            found = false;
            for (int end = Math.min(rest.length(), from + 12); end >= from + 2; end--) {
                List<Region> named = codes.named(rest.substring(from, end));
                if (!named.isEmpty()) {
                    last = named;
                    from = end;
                    found = true;
                    break;
                }
            }
        }
        return last;
    }

    private static boolean mentions(CharSequence context, String place) {
        return place.length() >= 2 && context.toString().contains(place);
    }
}
