package org.fazhi.harvest.crawl;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.discovery.Link;
import org.fazhi.harvest.discovery.LinkFilter;
import org.fazhi.harvest.discovery.ReportTitle;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.StoredFetching;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Frontier;

/**
 * Finds reports among stored pages that no stored listing names, as archives of the whole web have them: a page below the
 * folder of a source's listing whose own title is a report's. Other pages of the host may be another column's or another
 * body's and are not guessed at.
 */
public final class UnlistedPages {

    private final List<Source> sources;
    private final StoredFetching fetching;
    private final PageInspection inspection;

    public UnlistedPages(List<Source> sources, StoredFetching fetching, PageInspection inspection) {
        this.sources = List.copyOf(sources);
        this.fetching = fetching;
        this.inspection = inspection;
    }

    /** A listing below whose folder an address stands. */
    private record Place(Source source, URI listing, String folder) {}

    /** The page as a link of the source whose listing is nearest above it; empty where it is no report of any. */
    public Optional<Frontier.Judged> judge(URI url) {
        Optional<Place> place = place(url);
        Optional<String> title = place.flatMap(at -> title(at.source(), url));
        if (title.isEmpty()) {
            return Optional.empty();
        }
        Source source = place.orElseThrow().source();
        Verdict verdict = LinkFilter.judge(source, new Link(url, title.get(), Optional.empty(), 0));
        OptionalInt year = ReportTitle.year(title.get());
        return verdict instanceof Verdict.Taken
                ? Optional.of(new Frontier.Judged(
                        source.id(),
                        ofScheme(url, place.get().listing().getScheme()),
                        title.get(),
                        place.get().listing(),
                        year,
                        Optional.empty(),
                        true,
                        ""))
                : Optional.empty();
    }

    private Optional<Place> place(URI url) {
        String address = withoutScheme(url);
        return sources.stream()
                .flatMap(source -> source.listings().stream()
                        .map(listing -> new Place(source, listing.url(), folder(listing.url()))))
                .filter(place -> address.startsWith(place.folder()))
                .max(Comparator.comparingInt(place -> place.folder().length()));
    }

    private Optional<String> title(Source source, URI url) {
        Optional<FetchResult> result = fetching.newest(FetchRequest.document(source, url));
        if (!(result.isPresent() && result.get() instanceof FetchResult.Fetched fetched)) {
            return Optional.empty();
        }
        return inspection.title(url, fetched.text().text());
    }

    /** Up to the last slash; a listing at the root of a host has no folder of its own and matches nothing but itself. */
    private static String folder(URI listing) {
        String address = withoutScheme(listing);
        int query = address.indexOf('?');
        String path = query >= 0 ? address.substring(0, query) : address;
        int slash = path.lastIndexOf('/');
        return slash > path.indexOf('/') ? path.substring(0, slash + 1) : address;
    }

    /** So that a night over the network knows the page by the address its listing gives it. */
    private static URI ofScheme(URI url, String scheme) {
        return URI.create(scheme + ":" + url.getRawSchemeSpecificPart());
    }

    private static String withoutScheme(URI url) {
        String address = url.toASCIIString();
        return address.substring(address.indexOf("//") + 2);
    }
}
