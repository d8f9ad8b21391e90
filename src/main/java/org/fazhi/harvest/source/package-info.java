/** What to harvest: the sources under {@code jobs/}, read strictly. Plain Java. */
@NullMarked
package org.fazhi.harvest.source;

import org.jspecify.annotations.NullMarked;
