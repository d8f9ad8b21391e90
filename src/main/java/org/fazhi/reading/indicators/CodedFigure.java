package org.fazhi.reading.indicators;

import java.util.Optional;
import org.fazhi.reading.figures.Figure;

/**
 * A figure and the indicator whose value it states, if any.
 *
 * @param code such as {@code reconsideration.accepted}; empty where the number is a part, a change, or none of the
 *     dictionary's
 * @param rule which rule decided, for {@code check --explain}
 * @param confidence 0 to 1
 */
public record CodedFigure(Figure figure, Optional<String> code, String rule, double confidence) {}
