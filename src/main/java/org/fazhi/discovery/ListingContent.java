package org.fazhi.discovery;

import java.util.List;

/**
 * What a dialect read from one answer.
 *
 * @param dialect name of the dialect
 * @param next further requests of the same listing, the next page first
 */
public record ListingContent(String dialect, List<Link> links, List<ListingRequest> next) {

    public ListingContent {
        links = List.copyOf(links);
        next = List.copyOf(next);
    }
}
