/** From a report's text to its figures: number, unit, qualifier, tense, span. Plain Java. */
@NullMarked
package org.fazhi.reading.figures;

import org.jspecify.annotations.NullMarked;
