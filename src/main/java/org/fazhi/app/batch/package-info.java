/**
 * Spring Batch wiring only: jobs, steps, readers and writers of a few lines. The plan of a night comes in; a run with its result
 * goes out. Start at {@code JobConfiguration}, which lists the steps.
 */
@NullMarked
package org.fazhi.app.batch;

import org.jspecify.annotations.NullMarked;
