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
 * @param column the column the listing is of, where its server answers with rows of others too; a row whose address
 *     names another column is not of this listing
 * @param signs what the page says of the rows and pages there are
 */
public record ListingContent(
        String dialect,
        List<Link> links,
        List<ListingRequest> next,
        List<List<ListingRequest>> beside,
        List<ListingRequest> frames,
        Optional<String> column,
        PagerSigns signs) {

    public ListingContent {
        links = List.copyOf(links);
        next = List.copyOf(next);
        beside = List.copyOf(beside);
        frames = List.copyOf(frames);
    }

    public ListingContent(String dialect, List<Link> links, List<ListingRequest> next) {
        this(dialect, links, next, List.of(), List.of(), Optional.empty(), PagerSigns.NONE);
    }

    /** A single series goes on with the page's own; of several each stands for itself. */
    static ListingContent ofSeries(String dialect, List<Link> links, List<List<ListingRequest>> series) {
        List<List<ListingRequest>> filled =
                series.stream().filter(requests -> !requests.isEmpty()).toList();
        return filled.size() == 1
                ? new ListingContent(dialect, links, filled.get(0))
                : new ListingContent(dialect, links, List.of(), filled, List.of(), Optional.empty(), PagerSigns.NONE);
    }

    ListingContent ofColumn(Optional<String> number) {
        return new ListingContent(dialect, links, next, beside, frames, number, signs);
    }

    ListingContent besides(List<ListingRequest> starts) {
        return new ListingContent(
                dialect, links, next, starts.stream().map(List::of).toList(), frames, column, signs);
    }

    ListingContent withFrames(List<ListingRequest> further) {
        return new ListingContent(dialect, links, next, beside, further, column, signs);
    }

    ListingContent with(PagerSigns read) {
        return new ListingContent(dialect, links, next, beside, frames, column, read);
    }
}
