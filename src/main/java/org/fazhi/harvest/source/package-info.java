/**
 * What to harvest. The YAML files under {@code jobs/} come in; sources and the settings of a night go out, or every problem
 * with its file and line. Start at {@link org.fazhi.harvest.source.SourceRegistry}. Plain Java.
 */
@NullMarked
package org.fazhi.harvest.source;

import org.jspecify.annotations.NullMarked;
