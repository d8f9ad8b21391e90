package org.fazhi.app.batch;

import java.net.URI;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.Frontier;

/**
 * What a step works on at one time: a listing, a link, a capture or a document.
 *
 * @param step as the night's report names it
 * @param url of the item; of documents that a source names, the first
 */
record NightItem(String step, String sourceId, String url) {

    static NightItem of(SourceListing listing) {
        URI url = listing.listing()
                .map(found -> found.url())
                .orElseGet(() -> listing.source().documents().get(0));
        return new NightItem("discover", listing.source().id(), url.toString());
    }

    static NightItem of(Frontier.Due link) {
        return new NightItem("fetch", link.sourceId(), link.url().toString());
    }

    /** A capture that the archive holds, as the index takes it. */
    static NightItem indexed(Captures.Entry capture) {
        return new NightItem("index", capture.sourceId(), capture.url().toString());
    }

    static NightItem of(Captures.Entry capture) {
        return new NightItem("extract", capture.sourceId(), capture.url().toString());
    }
}
