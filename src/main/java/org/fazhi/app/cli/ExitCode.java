package org.fazhi.app.cli;

/** What the process tells its caller. */
final class ExitCode {

    static final int OK = 0;
    /** Something the program did not expect. */
    static final int SOFTWARE = 1;
    /** The command line, a source, a label or the home is not as expected; nothing was written. */
    static final int USAGE = 2;
    /** A step of the night failed, and the next start resumes; or a listing that was tried was not read to its end. */
    static final int NIGHT_FAILED = 3;
    /** The audit refused the release, or there is no document to publish; the old one stands. */
    static final int PUBLISH_REFUSED = 4;
    /** Another run works in the same home. */
    static final int HOME_IN_USE = 5;

    private ExitCode() {}
}
