package org.fazhi.reading.attachment;

import org.fazhi.reading.reason.Reason;

/** Carries a reason out of a parser's callbacks. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    RefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
