package org.fazhi.reading.indicators;

import java.util.List;

/**
 * Why a figure has its code, or none.
 *
 * @param figure the decision
 * @param context the figure's piece of the sentence and its subject, as the rules saw them
 * @param trials every rule that takes the figure's unit: those that fit first, best first
 */
public record Explanation(CodedFigure figure, String context, List<Trial> trials) {

    public Explanation {
        trials = List.copyOf(trials);
    }
}
