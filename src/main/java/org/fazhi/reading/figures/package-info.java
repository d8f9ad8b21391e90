/**
 * From a report's text to its figures. Repaired text comes in; numbers that measure go out, with unit, qualifier, change, tense
 * and span. Start at {@link org.fazhi.reading.figures.FigureReader}. Plain Java.
 */
@NullMarked
package org.fazhi.reading.figures;

import org.jspecify.annotations.NullMarked;
