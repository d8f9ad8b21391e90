/** Fictional counties and the small site that serves their reports on loopback. */
@NullMarked
package org.fazhi.sample;

import org.jspecify.annotations.NullMarked;
