/** Captures as WARC/1.1 files with revisit records, read back by payload digest. */
@NullMarked
package org.fazhi.harvest.archive;

import org.jspecify.annotations.NullMarked;
