/**
 * The operational state of a home, beside the Batch metadata in one database. What was seen and asked comes in; what is due,
 * what was captured and how each request ended go out. Start at {@link org.fazhi.harvest.state.Frontier}.
 */
@NullMarked
package org.fazhi.harvest.state;

import org.jspecify.annotations.NullMarked;
