package org.fazhi.warehouse.store;

/** Is told how far a build has come; called from the thread that builds. */
@FunctionalInterface
public interface LoadProgress {

    LoadProgress NONE = (stage, done) -> {};

    /**
     * @param stage such as {@code numbering}, {@code documents} or the name of an SQL file
     * @param done what the stage has handled so far, or the rows it made
     */
    void on(String stage, long done);

    /** A document is about to be loaded. What this throws is a fault of the document. */
    default void loading(String sourceId, String url) {}

    /**
     * Something could not be loaded, and is left out, unless this throws the fault on.
     *
     * @param what its address, or the row
     */
    default void failed(String sourceId, String what, Throwable fault) {}
}
