package org.fazhi.app.batch;

/** Told of the night's progress; shown as bars on a terminal and as lines in a log. Called by several threads. */
public interface StepProgress {

    /** Tells nobody. */
    StepProgress SILENT = new StepProgress() {
        @Override
        public void begin(String step, long total) {}

        @Override
        public void advance(String step, long by) {}

        @Override
        public void end(String step, String summary) {}

        @Override
        public void stopping() {}

        @Override
        public void warn(String warning) {}
    };

    /**
     * A step begins.
     *
     * @param total how many items it expects; 0 where that is not known
     */
    void begin(String step, long total);

    void advance(String step, long by);

    /** A step has ended; {@code summary} says in a few words what came of it. */
    void end(String step, String summary);

    /** The night was asked to end and does so behind its present chunk. */
    void stopping();

    /** The night begins without something that its settings want. */
    void warn(String warning);
}
