/** From damaged text to readable text, with a map back to the original. Plain Java. */
@NullMarked
package org.fazhi.reading.repair;

import org.jspecify.annotations.NullMarked;
