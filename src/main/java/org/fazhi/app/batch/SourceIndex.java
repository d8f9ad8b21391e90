package org.fazhi.app.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.ConfiguredListing;

/** The night's sources, by id and by the hosts of their listings. */
final class SourceIndex {

    private final Map<String, Source> byId = new LinkedHashMap<>();
    private final List<SourceListing> listings = new ArrayList<>();

    SourceIndex(List<Source> sources) {
        for (Source source : sources) {
            byId.put(source.id(), source);
            source.listings().forEach(listing -> listings.add(new SourceListing(source, Optional.of(listing))));
            if (!source.documents().isEmpty()) {
                listings.add(new SourceListing(source, Optional.empty()));
            }
        }
    }

    Map<String, Source> byId() {
        return byId;
    }

    Set<String> ids() {
        return byId.keySet();
    }

    Source source(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow();
    }

    /** Who reads the pages of each source, by its id. */
    SortedMap<String, String> readers(ReaderIdentity version) {
        SortedMap<String, String> readers = new TreeMap<>();
        byId.forEach((id, source) -> readers.put(id, version.readerOf(source)));
        return readers;
    }

    /** Every listing with what its rows are judged by. */
    List<ConfiguredListing> configuredListings() {
        return listings.stream()
                .flatMap(item -> item.listing().map(listing -> ConfiguredListing.of(item.source(), listing)).stream())
                .toList();
    }

    List<String> authorities() {
        return listings.stream()
                .map(SourceListing::authority)
                .distinct()
                .sorted()
                .toList();
    }

    List<SourceListing> listings() {
        return List.copyOf(listings);
    }

    List<SourceListing> listingsAt(String authority) {
        return listings.stream()
                .filter(listing -> listing.authority().equals(authority))
                .toList();
    }

    long listingCount() {
        return listings.size();
    }
}
