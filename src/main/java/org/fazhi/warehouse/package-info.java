/** Load, audit and publish; the only JDBC to DuckDB. The SQL stands in warehouse/. */
@NullMarked
package org.fazhi.warehouse;

import org.jspecify.annotations.NullMarked;
