/**
 * From extracts to rows. Extracts, fetches and links come in; rows of the tables in {@code warehouse/schema} go out. Start at
 * {@link org.fazhi.warehouse.load.Loader}; {@link org.fazhi.warehouse.load.ReadingPlan} numbers the versions.
 */
@NullMarked
package org.fazhi.warehouse.load;

import org.jspecify.annotations.NullMarked;
