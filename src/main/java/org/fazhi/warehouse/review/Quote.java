package org.fazhi.warehouse.review;

import java.util.OptionalInt;

/**
 * Which number of a document an entry speaks of. Both texts are compared folded ({@link FoldedText}).
 *
 * @param sentence the sentence it stands in, of the repaired text
 * @param raw the number as printed, with its unit
 * @param occurrence which of the places where {@code raw} stands in that sentence, from 1; empty where there is but one
 */
record Quote(String sentence, String raw, OptionalInt occurrence) {

    /** The same for two entries that speak of one number. */
    String meaning() {
        return FoldedText.fold(sentence) + "\n" + FoldedText.fold(raw) + "\n" + occurrence.orElse(1);
    }
}
