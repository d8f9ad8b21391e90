package org.fazhi.reading.strip;

import org.fazhi.reading.reason.Reason;

/** A page that holds no report to read. The message says what was expected and got. */
public final class UnreadablePageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient PageMetadata metadata;

    public UnreadablePageException(Reason reason, String detail) {
        this(reason, detail, PageMetadata.NONE);
    }

    UnreadablePageException(Reason reason, String detail, PageMetadata metadata) {
        super(detail);
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
