package org.fazhi.harvest.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;

/**
 * What the walk through one listing brought.
 *
 * @param stop why the walk ended, such as {@code complete} or {@code missed}
 * @param links every row, judged
 * @param pages the pages that were sent anew
 * @param walk what is written down of it; empty where nothing was walked: nobody to ask, or documents named by their URL
 */
public record CrawledListing(
        String sourceId,
        String dialect,
        String stop,
        List<Frontier.Judged> links,
        List<ListingPages.Page> pages,
        List<FetchLog.Entry> fetches,
        Optional<WalkLog.Entry> walk) {

    /** What is written down of a listing on which the program failed. */
    public static CrawledListing failed(
            Source source, Source.Listing listing, String nightId, Instant at, String reason) {
        return new CrawledListing(
                source.id(),
                "none",
                WalkEnd.FAILED.code(),
                List.of(),
                List.of(),
                List.of(FetchRecords.failed(
                        nightId, source.id(), listing.url(), FetchRequest.Kind.LISTING, at, reason)),
                Optional.of(WalkTally.failed(source, listing, nightId, at)));
    }

    /** What is written down of documents that a source names by their URL, where the program failed on them. */
    public static CrawledListing failedDocuments(Source source, String nightId, Instant at, String reason) {
        return new CrawledListing(
                source.id(),
                "none",
                WalkEnd.FAILED.code(),
                List.of(),
                List.of(),
                source.documents().stream()
                        .map(url ->
                                FetchRecords.failed(nightId, source.id(), url, FetchRequest.Kind.DOCUMENT, at, reason))
                        .toList(),
                Optional.empty());
    }

    public CrawledListing {
        links = List.copyOf(links);
        pages = List.copyOf(pages);
        fetches = List.copyOf(fetches);
    }
}
