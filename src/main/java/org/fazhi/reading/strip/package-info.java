/** From a capture to the main content and the metadata of its page. Plain Java; jsoup is the parser. */
@NullMarked
package org.fazhi.reading.strip;

import org.jspecify.annotations.NullMarked;
