/** What to harvest: the sources under {@code jobs/}, read strictly. Plain Java. */
@NullMarked
package org.fazhi.source;

import org.jspecify.annotations.NullMarked;
