/**
 * From facts to the release that readers open. Extracts, fetches and links come in; a release goes out: DuckDB file, Parquet,
 * manifest. A release is a pure function of what was read: every night with something new builds a fresh file beside the old
 * one, so neither a killed run nor the order of arrival can show in it. The only wing that speaks JDBC to DuckDB; the SQL
 * itself stands in the folder {@code warehouse/}. Rooms: {@code store}, {@code review}, {@code load}, {@code audit},
 * {@code catalog}, {@code descriptor}, {@code release}, {@code export}. Start at {@link org.fazhi.warehouse.release.ReleaseBuilder}.
 */
@NullMarked
package org.fazhi.warehouse;

import org.jspecify.annotations.NullMarked;
