package org.fazhi.harvest.fetch;

import org.fazhi.text.ExplainedWord;

/**
 * The states in which a fetch ends, and the one of a link before its first: {@code fact_fetch.state} and
 * {@code fact_link.state}. Each says what it means and what to do about it; {@code warehouse/CATALOG.md} prints both.
 */
public enum FetchState implements ExplainedWord {
    FETCHED("The page was had, whole.", "Nothing."),
    NOT_MODIFIED("The page is as it was when it was had before (304).", "Nothing."),
    DENIED(
            "The site's robots.txt forbids it.",
            "Leave it; it is asked for again a day later, in case the rules change."),
    GONE(
            "The site says that there is no such page (404 or 410).",
            "Look for its new address; it is asked for monthly."),
    SOFT_404(
            "Status 200, but what came is an error page, a stub or the site's index.",
            "Look at the address in a browser; it is asked for again after a week."),
    BLOCKED(
            "A wall: a refusal, a login, a captcha or a script challenge. None is worked around.",
            "Ask less often (delay), or take the pages from WARC files of a browser (harvest --from-warc)."),
    UNSAFE(
            "It leads to a private address, another scheme or another port; no connection was made.",
            "Mend the source's address, or let a loopback sample be reached (allow_private_addresses)."),
    TOO_LARGE(
            "The body has more bytes than are taken, as sent or decompressed.",
            "Look whether it is a report at all; a scan of hundreds of pages is not taken."),
    TRUNCATED(
            "What came of the body is not the whole: its length is not the one stated, its chunks or its compression"
                    + " break off, or a WARC file marks it WARC-Truncated.",
            "Nothing, where the next night has it whole; else look at the address, or at how the WARC file was made."),
    FAILED(
            "Anything else: no connection, no answer in time, no HTTP, another status; or the program itself failed on the page.",
            "Read the reason beside it; the next night tries again."),
    PENDING("A link that no night has asked for yet.", "Nothing; the next night asks.");

    private final String meaning;
    private final String remedy;

    FetchState(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** True of the word of a state in which a site says that there is no such page, with whatever status. */
    public static boolean isGone(String code) {
        return code.equals(GONE.code()) || code.equals(SOFT_404.code());
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
