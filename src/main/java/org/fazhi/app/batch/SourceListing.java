package org.fazhi.app.batch;

import java.time.Instant;
import java.util.Optional;
import org.fazhi.harvest.crawl.CrawledListing;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.source.Source;

/**
 * One item of the discover step.
 *
 * @param listing empty for the documents that the source names by their own URL
 */
record SourceListing(Source source, Optional<Source.Listing> listing) {

    /** The host it is asked of. */
    String authority() {
        return listing.map(found -> found.url().getRawAuthority())
                .orElseGet(() -> source.documents().get(0).getRawAuthority());
    }

    /** What stands for it where the program failed on it. */
    CrawledListing failed(String night, Instant at, String said) {
        return listing.map(found -> CrawledListing.failed(source, found, night, at, said))
                .orElseGet(() -> CrawledListing.failedDocuments(source, night, at, said));
    }

    /** Its links: by a walk through the listing, or the documents as they are. */
    CrawledListing crawl(ListingCrawl crawl, String night) {
        return listing.map(found -> crawl.crawl(source, found, night)).orElseGet(() -> ListingCrawl.named(source));
    }
}
