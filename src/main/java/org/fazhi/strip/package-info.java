/** From a capture to the main content and the metadata of its page. Plain Java; jsoup is the parser. */
@NullMarked
package org.fazhi.strip;

import org.jspecify.annotations.NullMarked;
