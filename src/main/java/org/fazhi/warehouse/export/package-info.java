/**
 * The marts in other forms. A published release comes in; CSV, Parquet or wide tables go out. Start at
 * {@link org.fazhi.warehouse.export.ReleaseExport}.
 */
@NullMarked
package org.fazhi.warehouse.export;

import org.jspecify.annotations.NullMarked;
