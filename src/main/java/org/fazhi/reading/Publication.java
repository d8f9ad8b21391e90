package org.fazhi.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;

/**
 * The day on which a report was made public, as far as its page and its listing tell.
 *
 * @param date ISO 8601
 * @param other another day on which by the page it was public: the earliest before {@code date}, or else the latest behind it,
 *     such as that of a move of the site
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
        UPDATE,
        /** Page or listing, of an edition that was corrected or put up anew: the report was public by then, and before. */
        REISSUE;

        /** The word in the warehouse. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What page and listing tell together; empty where neither names a day. */
    static Optional<Publication> of(PageMetadata metadata, Optional<LocalDate> listedOn) {
        List<Entry> said = metadata.all(Field.PUBLISHED_DATE);
        Optional<String> updated = metadata.first(Field.UPDATED_DATE);
        Optional<String> stated = said.stream().findFirst().map(Entry::value);
        Optional<String> date =
                stated.or(() -> listedOn.map(LocalDate::toString)).or(() -> updated);
        Basis basis =
                stated.isPresent() ? basis(said.get(0).origin()) : listedOn.isPresent() ? Basis.LISTING : Basis.UPDATE;
        return date.map(day -> new Publication(day, basis, other(day, said, updated)));
    }

    /** The same of a report that was public before, on the day named where one is that can be. */
    Publication anew(Optional<LocalDate> before) {
        Optional<String> earlier = before.map(LocalDate::toString).filter(day -> day.compareTo(date) < 0);
        return new Publication(date, Basis.REISSUE, earlier.or(() -> other));
    }

    private static Basis basis(PageMetadata.Origin origin) {
        return switch (origin) {
            case META_TAG -> Basis.META_TAG;
            case URL -> Basis.URL;
            case METADATA_BLOCK, HEADLINE, SIGNATURE, BYLINE, TITLE_TAG, BREADCRUMB, BODY -> Basis.PAGE;
        };
    }

    /** A page that was changed on a day was public by then. */
    private static Optional<String> other(String day, List<Entry> said, Optional<String> updated) {
        List<String> days = said.stream().map(Entry::value).toList();
        Optional<String> before = Stream.concat(days.stream(), updated.stream())
                .filter(other -> other.compareTo(day) < 0)
                .min(String::compareTo);
        return before.isPresent()
                ? before
                : days.stream().filter(other -> other.compareTo(day) > 0).max(String::compareTo);
    }
}
