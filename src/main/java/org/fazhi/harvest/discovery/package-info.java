/** From a listing page to the links it lists; one dialect a class; no I/O. Plain Java. */
@NullMarked
package org.fazhi.harvest.discovery;

import org.jspecify.annotations.NullMarked;
