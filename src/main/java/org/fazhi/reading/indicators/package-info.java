/**
 * From a figure and its context to the indicator whose value it states. Figures come in; coded figures and the report's checks
 * against itself go out. The rules are data in {@code warehouse/indicators}. Start at
 * {@link org.fazhi.reading.indicators.IndicatorMatcher}. Plain Java.
 */
@NullMarked
package org.fazhi.reading.indicators;

import org.jspecify.annotations.NullMarked;
