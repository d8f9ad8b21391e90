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
}
