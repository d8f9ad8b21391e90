/** From a figure and its context to the indicator whose value it states; reports checked against themselves. Plain Java. */
@NullMarked
package org.fazhi.reading.indicators;

import org.jspecify.annotations.NullMarked;
