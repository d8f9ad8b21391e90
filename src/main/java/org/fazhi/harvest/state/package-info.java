/** The operational state of a home, beside the Batch metadata in one database: frontier, fetch log, validators. */
@NullMarked
package org.fazhi.harvest.state;

import org.jspecify.annotations.NullMarked;
