package org.fazhi.harvest.archive;

import java.io.EOFException;
import java.io.Serial;
import java.util.Optional;

/** The archive cannot be read or written; the message names the file and what was expected. */
public final class ArchiveException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a fault says of itself; many an end of a file says nothing. */
    static String said(Exception fault) {
        return fault instanceof EOFException
                ? "the end of the file within one"
                : Optional.ofNullable(fault.getMessage())
                        .orElse(fault.getClass().getSimpleName());
    }
}
