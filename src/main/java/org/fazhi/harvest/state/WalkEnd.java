package org.fazhi.harvest.state;

import java.util.Locale;
import org.fazhi.text.ExplainedWord;

/**
 * How a walk through one listing ended: {@code fact_listing.ended_as}. Only a whole walk can say that a report is not there.
 * Each says what it means and what to do about it; {@code warehouse/CATALOG.md} prints both.
 */
public enum WalkEnd implements ExplainedWord {
    COMPLETE("The last page was read, and rows had dates.", "Nothing."),
    SINCE_REACHED(
            "Newest first, and a page was reached that is wholly before the first year wanted: all that is wanted was read.",
            "Nothing."),
    NO_ROWS(
            "The last page was read and there was no row: a shell that a script fills, or another page than thought.",
            "Look at it in a browser; take its pages from WARC files of one (harvest --from-warc), or mend the address."),
    NOT_DATED(
            "The last page was read and no row had a date: what was read may be no list of documents.",
            "Look at it in a browser; another page of the site may list the same with dates."),
    BEFORE_SINCE(
            "The first page is wholly before the first year wanted; what follows was not asked for.",
            "Look whether its oldest rows come first; name another listing, or an earlier since."),
    PAGER_UNKNOWN(
            "The last page that could be asked for says that there is more: more rows or pages than were read, or a button"
                    + " that no dialect understands.",
            "Look how its pages turn; name a dialect (cms:), list the later pages as listings of their own, or take them from"
                    + " WARC files of a browser (harvest --from-warc)."),
    TOO_LONG(
            "What would bring a further page is longer than is sent: an address of more than 2,000 characters, or a form of more"
                    + " than 4,000.",
            "Name the later pages as listings of their own, or take them from WARC files of a browser (harvest --from-warc)."),
    SCRIPT_ROWS(
            "Rows are shown that only a script opens, or a place for rows that only a script fills.",
            "Take its pages from WARC files of a browser (harvest --from-warc), or name another listing."),
    REPEATED("A later page brought nothing new.", "Look how its pages turn; name a dialect (cms:)."),
    STUB("A later page was a stub.", "Look at that page in a browser; the site may not keep its later pages."),
    STRAYED(
            "The address of a later page led on to another, or what it answered is no further page of this list: another list,"
                    + " or the front page of the site.",
            "Look at that page in a browser; name the later pages as listings of their own, or a dialect (cms:)."),
    NO_LIST(
            "A page says, with status 200, that it is not there, that the site is shut or under repair, or that it was asked too"
                    + " often; rows beside that are of another list.",
            "Look at it in a browser: mend the address, ask less often (delay), or wait for the site."),
    FRAME_UNREAD(
            "A frame in the place of the list is of another host, or has no address, or there are too many.",
            "Look at it in a browser; name the address of the frame that holds the list."),
    MISSED("A later page could not be had.", "Read in fact_fetch why; the next night asks again."),
    BOUND(
            "As many pages as are allowed, or as many links; more may follow.",
            "Name a listing that holds these reports alone."),
    REDIRECTED(
            "The address led on to another page, in another folder, on another host or another file of its folder; what was read"
                    + " there may be another list.",
            "Look whether it is the listing; if so name the address it leads to."),
    FAILED(
            "The first page could not be had: no answer, or a server error; or the program itself failed on the listing, as the"
                    + " reason in fact_fetch says.",
            "Open it in a browser: where it is dead there too, look for its new address; else the next night tries again."),
    BLOCKED(
            "The first page is behind a wall.",
            "Ask less often (delay), or take the pages from WARC files of a browser (harvest --from-warc)."),
    DENIED("robots.txt forbids the first page.", "Leave it; it is asked for again, in case the rules change."),
    GONE("The first page is not there (404 or 410).", "Look for its new address."),
    SOFT_404("The first page says that it is not there, with status 200.", "Look at the address in a browser."),
    UNSAFE("The first page is at an address that is not asked.", "Mend the source's address."),
    TOO_LARGE("The first page has more bytes than are taken.", "Look whether it is a listing at all."),
    TRUNCATED("The first page broke off before its end.", "Nothing, where the next night has it whole.");

    private final String meaning;
    private final String remedy;

    WalkEnd(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
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
