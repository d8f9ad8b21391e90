/**
 * Captures as WARC/1.1 files with revisit records. Fetched pages come in; records go out, read back by location, and pages of
 * other crawlers' WARC files. Start at {@link org.fazhi.harvest.archive.Archive}. Plain Java.
 */
@NullMarked
package org.fazhi.harvest.archive;

import org.jspecify.annotations.NullMarked;
