/** From damaged text to readable text, with a map back to the original. Plain Java. */
@NullMarked
package org.fazhi.repair;

import org.jspecify.annotations.NullMarked;
