/** Spring Batch wiring only: jobs, steps, readers and writers of a few lines. */
@NullMarked
package org.fazhi.app.batch;

import org.jspecify.annotations.NullMarked;
