/** Positions in text: spans, the maps between two states of one text, digests. Plain Java. */
@NullMarked
package org.fazhi.text;

import org.jspecify.annotations.NullMarked;
