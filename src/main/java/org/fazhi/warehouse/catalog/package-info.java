/**
 * What describes the warehouse. The schema's comments and the vocabulary of usage warnings come in; descriptions for people
 * and for programs go out. Start at {@link org.fazhi.warehouse.catalog.CatalogColumns}.
 */
@NullMarked
package org.fazhi.warehouse.catalog;

import org.jspecify.annotations.NullMarked;
