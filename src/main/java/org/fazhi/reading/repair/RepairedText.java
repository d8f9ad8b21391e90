package org.fazhi.reading.repair;

import java.util.List;
import org.fazhi.text.OffsetMap;
import org.fazhi.text.Span;

/**
 * A text made readable, beside the text as harvested. A clean text comes out untouched: {@code original.equals(text)}
 * and no repairs.
 *
 * @param original the stripped text
 * @param text the repaired text
 * @param map from the original (its "original" side) to the repaired text
 * @param repairs what was done, in the order of the original text
 */
public record RepairedText(String original, String text, OffsetMap map, List<Repair> repairs) {

    public RepairedText {
        if (map.originalLength() != original.length() || map.repairedLength() != text.length()) {
            throw new IllegalArgumentException("offset map: expected " + original.length() + " -> " + text.length()
                    + ", got " + map.originalLength() + " -> " + map.repairedLength());
        }
        repairs = List.copyOf(repairs);
    }

    public static RepairedText untouched(String text) {
        return new RepairedText(text, text, OffsetMap.identity(text.length()), List.of());
    }

    /**
     * One repair.
     *
     * @param rule the rule's name, such as {@code pinyin_gloss}
     * @param original span into the original text
     * @param repaired span into the repaired text
     */
    public record Repair(String rule, Span original, Span repaired, String before, String after) {}
}
