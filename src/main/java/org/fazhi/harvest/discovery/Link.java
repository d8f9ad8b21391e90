package org.fazhi.harvest.discovery;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of a listing.
 *
 * @param url absolute, without fragment
 * @param title whole, also where the page shows it shortened
 * @param date the date in the row, as the site shows it
 * @param row position in its answer, from 0
 * @param showsDay true where the row shows a month and a day without a year: it is a row of a list, and its date is not known
 */
public record Link(URI url, String title, Optional<LocalDate> date, int row, boolean showsDay) {

    public Link(URI url, String title, Optional<LocalDate> date, int row) {
        this(url, title, date, row, false);
    }

    /** True where the row shows when its document was published, at least in part: it is no link beside a list. */
    boolean isDated() {
        return date.isPresent() || showsDay;
    }
}
