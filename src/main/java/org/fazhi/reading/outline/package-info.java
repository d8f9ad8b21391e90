/**
 * From a report's text to its section tree. Repaired text comes in; sections with their roles and the bounds of the body go out.
 * Start at {@link org.fazhi.reading.outline.Outliner}. Plain Java.
 */
@NullMarked
package org.fazhi.reading.outline;

import org.jspecify.annotations.NullMarked;
