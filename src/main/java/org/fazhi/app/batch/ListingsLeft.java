package org.fazhi.app.batch;

import java.util.List;
import java.util.Set;
import org.fazhi.harvest.state.ConfiguredListing;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.WalkLog;

/** Which listings a night has still to ask, by the state: one that was walked has its walk written down, however it ended. */
final class ListingsLeft {

    private final SourceIndex sources;
    private final WalkLog walks;
    private final Frontier frontier;
    private final FetchLog fetches;

    ListingsLeft(SourceIndex sources, WalkLog walks, Frontier frontier, FetchLog fetches) {
        this.sources = sources;
        this.walks = walks;
        this.frontier = frontier;
        this.fetches = fetches;
    }

    /** Those of one host. */
    List<SourceListing> at(String authority, String night) {
        return left(sources.listingsAt(authority), night);
    }

    /** Those of all hosts, a word each. */
    List<String> names(String night) {
        return left(sources.listings(), night).stream()
                .map(NightItem::of)
                .map(item -> item.sourceId() + " " + item.url())
                .toList();
    }

    private List<SourceListing> left(List<SourceListing> listings, String night) {
        Set<String> walked = walks.walkedIn(night);
        return listings.stream().filter(item -> !isDone(item, walked, night)).toList();
    }

    private boolean isDone(SourceListing item, Set<String> walked, String night) {
        String sourceId = item.source().id();
        return item.listing()
                .map(listing -> walked.contains(WalkLog.key(
                        sourceId, ConfiguredListing.of(item.source(), listing).hash())))
                .orElseGet(() -> item.source().documents().stream()
                        .allMatch(url -> frontier.isWanted(sourceId, url)
                                || fetches.isWritten(night, sourceId, url.toString())));
    }
}
