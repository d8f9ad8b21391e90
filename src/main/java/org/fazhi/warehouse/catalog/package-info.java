/**
 * What describes the warehouse. The schema's comments come in; descriptions for people and for programs go out. Start at
 * {@link org.fazhi.warehouse.catalog.Catalog}.
 */
@NullMarked
package org.fazhi.warehouse.catalog;

import org.jspecify.annotations.NullMarked;
