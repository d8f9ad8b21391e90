package org.fazhi.harvest.discovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param signs what the page says of the rows and pages there are
 * @param name what the page calls its list
 * @param document the page itself, where it is a document and no list
 * @param hasUnreadFrame true where a frame that is not walked stands in the place of the list
 * @param hiddenBodies bodies whose rows only a script shows, as their tabs name them
 */
public record ListingContent(
        String dialect,
        List<Link> links,
        List<ListingRequest> next,
        List<List<ListingRequest>> beside,
        List<ListingRequest> frames,
        List<ListPart> parts,
        Optional<String> column,
        PagerSigns signs,
        ListName name,
        boolean hasUnreadFrame,
        Optional<Link> document,
        Set<String> hiddenBodies) {

    public ListingContent {
        links = List.copyOf(links);
        hiddenBodies = Set.copyOf(hiddenBodies);
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
        this(
                dialect,
                links,
                next,
                beside,
                List.of(),
                List.of(),
                Optional.empty(),
                PagerSigns.NONE,
                ListName.NONE,
                false,
                Optional.empty(),
                Set.of());
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
        return new ListingContent(
                dialect,
                links,
                next,
                beside,
                frames,
                parts,
                number,
                signs,
                name,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    ListingContent besides(List<ListingRequest> starts) {
        return new ListingContent(
                dialect,
                links,
                next,
                starts.stream().map(List::of).toList(),
                frames,
                parts,
                column,
                signs,
                name,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    /** @param requests further pages of the same series, the next first */
    ListingContent followedBy(List<ListingRequest> requests) {
        return new ListingContent(
                dialect,
                links,
                requests,
                beside,
                frames,
                parts,
                column,
                signs,
                name,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    ListingContent withFrames(List<ListingRequest> further) {
        return new ListingContent(
                dialect,
                links,
                next,
                beside,
                further,
                parts,
                column,
                signs,
                name,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    /** @param rows what is left of the rows */
    ListingContent withParts(List<Link> rows, List<ListPart> years) {
        return new ListingContent(
                dialect,
                rows,
                next,
                beside,
                frames,
                years,
                column,
                signs,
                name,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    ListingContent withUnreadFrame() {
        return new ListingContent(
                dialect, links, next, beside, frames, parts, column, signs, name, true, document, hiddenBodies);
    }

    ListingContent named(ListName own) {
        return new ListingContent(
                dialect,
                links,
                next,
                beside,
                frames,
                parts,
                column,
                signs,
                own,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    ListingContent isDocument(Optional<Link> own) {
        return new ListingContent(
                dialect, links, next, beside, frames, parts, column, signs, name, hasUnreadFrame, own, hiddenBodies);
    }

    ListingContent with(PagerSigns read) {
        return new ListingContent(
                dialect,
                links,
                next,
                beside,
                frames,
                parts,
                column,
                read,
                name,
                hasUnreadFrame,
                document,
                hiddenBodies);
    }

    ListingContent hiding(Set<String> bodies) {
        return new ListingContent(
                dialect, links, next, beside, frames, parts, column, signs, name, hasUnreadFrame, document, bodies);
    }
}
