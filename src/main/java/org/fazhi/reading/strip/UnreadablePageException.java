package org.fazhi.reading.strip;

import java.util.Locale;

/** A page that holds no report to read. The reason is the quarantine reason; the detail says what was expected and got. */
public final class UnreadablePageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient PageMetadata metadata;

    /** Why a page cannot be read. */
    public enum Reason {
        /** No visible character at all. */
        EMPTY_PAGE,
        /** Navigation, footers and buttons, but no text of its own. */
        CHROME_ONLY,
        /** Some text, but too little to be a report's main text. */
        NO_MAIN_TEXT,
        /** Its text goes on at another address. */
        MORE_PAGES,
        /** More characters than a report page ever has. */
        TOO_LARGE;

        /** The name as stored, such as {@code empty_page}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public UnreadablePageException(Reason reason, String detail) {
        this(reason, detail, PageMetadata.NONE);
    }

    UnreadablePageException(Reason reason, String detail, PageMetadata metadata) {
        super(reason.code() + ": " + detail);
        this.reason = reason;
        this.metadata = metadata;
    }

    public Reason reason() {
        return reason;
    }

    /** What the page says about itself all the same, as far as it was read. */
    public PageMetadata metadata() {
        return metadata;
    }
}
