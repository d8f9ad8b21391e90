/**
 * The words for why something that was read is not published. Nothing comes in; a word with its meaning goes out. Start at
 * {@link org.fazhi.reading.reason.Reason}.
 */
@NullMarked
package org.fazhi.reading.reason;

import org.jspecify.annotations.NullMarked;
