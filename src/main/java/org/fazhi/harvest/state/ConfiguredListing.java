package org.fazhi.harvest.state;

import java.net.URI;
import org.fazhi.harvest.discovery.PagerWords;
import org.fazhi.harvest.source.Source;
import org.fazhi.text.Digest;

/**
 * A listing as its source asks for it. A walk says nothing about a listing whose rows are judged otherwise by now.
 *
 * @param settings digest over what its rows are read and judged by: dialect, title, first year wanted, and the words that
 *     tell whether more follows
 */
public record ConfiguredListing(String sourceId, URI url, String settings) {

    public static ConfiguredListing of(Source source, Source.Listing listing) {
        String settings = String.join(
                "\n",
                listing.cms().orElse(""),
                source.title().pattern(),
                Integer.toString(source.title().flags()),
                // By other words a walk may not have been whole.
                PagerWords.digest(),
                Integer.toString(source.since()));
        return new ConfiguredListing(
                source.id(), listing.url(), Digest.of(settings).hex());
    }

    public String hash() {
        return UrlHash.of(url.toString());
    }
}
