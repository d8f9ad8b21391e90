/** From a report's text to its section tree with roles. Plain Java. */
@NullMarked
package org.fazhi.reading.outline;

import org.jspecify.annotations.NullMarked;
