/**
 * From a listing page to the links it lists. A page of a listing comes in; its rows, each taken or rejected with a reason, and
 * the requests for what follows go out. One dialect a class, no I/O. Start at
 * {@link org.fazhi.harvest.discovery.ListingWalk}. Plain Java.
 */
@NullMarked
package org.fazhi.harvest.discovery;

import org.jspecify.annotations.NullMarked;
