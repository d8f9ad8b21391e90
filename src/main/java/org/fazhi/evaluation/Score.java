package org.fazhi.evaluation;

/**
 * Precision, recall and F1 from counts.
 *
 * @param right found and labelled
 * @param found all found that count
 * @param labelled all labelled that count
 */
public record Score(int right, int found, int labelled) {

    public static final Score NONE = new Score(0, 0, 0);

    /** Share of the found that is right; 1 where nothing was found. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** Share of the labelled that was found; 1 where nothing is labelled. */
    public double recall() {
        return labelled == 0 ? 1 : (double) right / labelled;
    }

    /** The harmonic mean of both: 2 right / (found + labelled). */
    public double f1() {
        return found + labelled == 0 ? 1 : 2.0 * right / (found + labelled);
    }

    public Score plus(Score other) {
        return new Score(right + other.right, found + other.found, labelled + other.labelled);
    }
}
