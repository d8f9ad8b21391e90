package org.fazhi.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;

/**
 * The day on which a report was made public, as far as its page and its listing tell.
 *
 * @param date ISO 8601
 * @param other the latest other day that the page gives for it, such as that of a move of the site
 */
record Publication(String date, Basis basis, Optional<String> other) {

    /** What tells the day, the most trusted first. */
    enum Basis {
        /** The page prints it. */
        PAGE,
        /** An element of the page's head, PubDate; the move of a site may have written it anew. */
        META_TAG,
        /** The page's address. */
        URL,
        /** The row of the listing; for a file the page it is linked from. */
        LISTING,
        /** The page says only when it was last changed: it was public by then, and perhaps long before. */
        UPDATE;

        /** The word in the warehouse. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What page and listing tell together; empty where neither names a day. */
    static Optional<Publication> of(PageMetadata metadata, Optional<LocalDate> listedOn) {
        List<Entry> said = metadata.all(Field.PUBLISHED_DATE);
        return Stream.<Supplier<Optional<Publication>>>of(
                        () -> said.stream().findFirst().map(entry -> stated(entry, said)),
                        () -> listedOn.map(day -> new Publication(day.toString(), Basis.LISTING, Optional.empty())),
                        () -> metadata.first(Field.UPDATED_DATE)
                                .map(day -> new Publication(day, Basis.UPDATE, Optional.empty())))
                .flatMap(next -> next.get().stream())
                .findFirst();
    }

    private static Publication stated(Entry first, List<Entry> said) {
        Basis basis = switch (first.origin()) {
            case META_TAG -> Basis.META_TAG;
            case URL -> Basis.URL;
            case METADATA_BLOCK, HEADLINE, SIGNATURE, BYLINE, TITLE_TAG, BREADCRUMB, BODY -> Basis.PAGE;
        };
        Optional<String> other = said.stream()
                .map(Entry::value)
                .filter(day -> !day.equals(first.value()))
                .max(String::compareTo);
        return new Publication(first.value(), basis, other);
    }
}
