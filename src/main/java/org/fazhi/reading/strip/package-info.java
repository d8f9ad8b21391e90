/**
 * From a page to its main content. HTML or lines come in; the text of the document and the metadata of its page go out. jsoup
 * is the parser. Start at {@link org.fazhi.reading.strip.HtmlStripper}. Plain Java.
 */
@NullMarked
package org.fazhi.reading.strip;

import org.jspecify.annotations.NullMarked;
