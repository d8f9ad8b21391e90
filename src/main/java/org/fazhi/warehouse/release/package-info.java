/**
 * The life of a release. Load input comes in; a release goes out: built beside, published by a rename, kept, compared, rolled
 * back. Start at {@link org.fazhi.warehouse.release.ReleaseBuilder}, then {@link org.fazhi.warehouse.release.Publisher}.
 */
@NullMarked
package org.fazhi.warehouse.release;

import org.jspecify.annotations.NullMarked;
