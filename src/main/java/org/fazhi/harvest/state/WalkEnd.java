package org.fazhi.harvest.state;

import java.util.Locale;

/** How a walk through one listing ended. Only a whole walk can say that a report is not there. */
public enum WalkEnd {
    /** The last page was read, and rows had dates. */
    COMPLETE,
    /** Newest first, and a page was reached that is wholly before the first year wanted: all that is wanted was read. */
    SINCE_REACHED,
    /** The last page was read and there was no row: a shell that a script fills, or another page than thought. */
    NO_ROWS,
    /** The last page was read and no row had a date: what was read may be no list of documents. */
    NOT_DATED,
    /** The first page is wholly before the first year wanted; what follows was not asked for. */
    BEFORE_SINCE,
    /** A later page brought nothing new. */
    REPEATED,
    /** A later page was a stub. */
    STUB,
    /** A later page could not be had. */
    MISSED,
    /** As many pages as are allowed, or as many links; more may follow. */
    BOUND,
    /** The first page could not be had: no answer, or a server error. */
    FAILED,
    /** The first page is behind a wall. */
    BLOCKED,
    /** robots.txt forbids the first page. */
    DENIED,
    /** The first page is not there (404 or 410). */
    GONE,
    /** The first page says that it is not there, with status 200. */
    SOFT_404,
    /** The first page is at an address that is not asked. */
    UNSAFE,
    /** The first page has more bytes than are taken. */
    TOO_LARGE,
    /** The first page broke off before its end. */
    TRUNCATED;

    /** The word in the state and in {@code fact_listing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where a report that the listing did not give is not in it. */
    public boolean isWhole() {
        return this == COMPLETE || this == SINCE_REACHED;
    }

    /**
     * The end of that word.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static WalkEnd of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
