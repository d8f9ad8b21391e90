/** The stages from strip to indicators put together: a capture becomes a read report, a quarantine or an ignore. Plain Java. */
@NullMarked
package org.fazhi.reading;

import org.jspecify.annotations.NullMarked;
