/**
 * Files and connections under all other rooms. Paths and SQL come in; the home's layout, the lock of a run, DuckDB files under
 * construction and appenders to their tables go out. Start at {@link org.fazhi.warehouse.store.WorkingFile}.
 */
@NullMarked
package org.fazhi.warehouse.store;

import org.jspecify.annotations.NullMarked;
