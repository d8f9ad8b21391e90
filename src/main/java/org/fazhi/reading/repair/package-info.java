/**
 * From damaged text to readable text. Stripped text comes in; repaired text goes out, with the map back to the original and
 * each repair by its rule. Start at {@link org.fazhi.reading.repair.Repairer}. Plain Java.
 */
@NullMarked
package org.fazhi.reading.repair;

import org.jspecify.annotations.NullMarked;
