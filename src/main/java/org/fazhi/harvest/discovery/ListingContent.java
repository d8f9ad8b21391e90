package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Optional;

/**
 * What a dialect read from one answer.
 *
 * @param dialect name of the dialect
 * @param next further requests of the same series of pages, the next page first
 * @param beside requests that each begin a series of their own: further lists named by the page
 * @param frames further lists that may stand in frames of the page, beside rows of its own
 * @param parts pages of single years of the list, each a series of its own
 * @param column the column the listing is of, where its server answers with rows of others too; a row whose address
 *     names another column is not of this listing
 * @param hasUnreadFrame true where a frame that is not walked stands in the place of the list
 * @param traits what the page tells of its list; nothing before they were read
 */
public record ListingContent(
        String dialect,
        List<Link> links,
        List<ListingRequest> next,
        List<List<ListingRequest>> beside,
        List<ListingRequest> frames,
        List<ListPart> parts,
        Optional<String> column,
        boolean hasUnreadFrame,
        ListingTraits traits) {

    public ListingContent {
        links = List.copyOf(links);
        next = List.copyOf(next);
        beside = List.copyOf(beside);
        frames = List.copyOf(frames);
        parts = List.copyOf(parts);
    }

    public ListingContent(String dialect, List<Link> links, List<ListingRequest> next) {
        this(dialect, links, next, List.of());
    }

    private ListingContent(
            String dialect, List<Link> links, List<ListingRequest> next, List<List<ListingRequest>> beside) {
        this(dialect, links, next, beside, List.of(), List.of(), Optional.empty(), false, ListingTraits.NONE);
    }

    /** A single series goes on with the page's own; of several each stands for itself. */
    static ListingContent ofSeries(String dialect, List<Link> links, List<List<ListingRequest>> series) {
        List<List<ListingRequest>> filled =
                series.stream().filter(requests -> !requests.isEmpty()).toList();
        return filled.size() == 1
                ? new ListingContent(dialect, links, filled.get(0))
                : new ListingContent(dialect, links, List.of(), filled);
    }

    ListingContent ofColumn(Optional<String> number) {
        return new ListingContent(dialect, links, next, beside, frames, parts, number, hasUnreadFrame, traits);
    }

    ListingContent besides(List<ListingRequest> starts) {
        List<List<ListingRequest>> series = starts.stream().map(List::of).toList();
        return new ListingContent(dialect, links, next, series, frames, parts, column, hasUnreadFrame, traits);
    }

    /** @param requests further pages of the same series, the next first */
    ListingContent followedBy(List<ListingRequest> requests) {
        return new ListingContent(dialect, links, requests, beside, frames, parts, column, hasUnreadFrame, traits);
    }

    ListingContent withFrames(List<ListingRequest> further) {
        return new ListingContent(dialect, links, next, beside, further, parts, column, hasUnreadFrame, traits);
    }

    /** @param rows what is left of the rows */
    ListingContent withParts(List<Link> rows, List<ListPart> years) {
        return new ListingContent(dialect, rows, next, beside, frames, years, column, hasUnreadFrame, traits);
    }

    ListingContent withUnreadFrame() {
        return new ListingContent(dialect, links, next, beside, frames, parts, column, true, traits);
    }

    ListingContent telling(ListingTraits read) {
        return new ListingContent(dialect, links, next, beside, frames, parts, column, hasUnreadFrame, read);
    }
}
