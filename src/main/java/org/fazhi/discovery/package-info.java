/** From a listing page to the links it lists; one dialect a class; no I/O. Plain Java. */
@NullMarked
package org.fazhi.discovery;

import org.jspecify.annotations.NullMarked;
