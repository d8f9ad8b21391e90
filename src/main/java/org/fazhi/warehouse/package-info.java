/**
 * Builds, audits and publishes the release that readers open. A release is a pure function of what was read: every night
 * with something new builds a fresh DuckDB file beside the old one, so neither a killed run nor the order of arrival can
 * show in it. The only package that speaks JDBC to DuckDB; the SQL itself stands in the folder {@code warehouse/}.
 */
@NullMarked
package org.fazhi.warehouse;

import org.jspecify.annotations.NullMarked;
