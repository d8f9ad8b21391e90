/**
 * Positions in text: spans, the map between two states of one text, digests; words that explain themselves. Strings come in; positions and digests that
 * every wing agrees on go out. Start at {@link org.fazhi.text.Span}. Plain Java.
 */
@NullMarked
package org.fazhi.text;

import org.jspecify.annotations.NullMarked;
