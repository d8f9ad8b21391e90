package org.fazhi.reading.attachment;

/**
 * The child process could not be started, or this thread was asked to stop while it waited. It says nothing of the file,
 * which must be read again later.
 */
public final class AttachmentUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AttachmentUnavailable(String message) {
        super(message);
    }

    AttachmentUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
