package org.fazhi.app.cli;

/** Something on the command line cannot be used; the message says what was expected and got. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
