package org.fazhi.harvest.source;

import java.util.List;
import java.util.OptionalInt;

/**
 * One county, prefecture or province under one name for a stretch of years, a row of the GB/T 2260 history.
 *
 * @param code six digits
 * @param level {@code province}, {@code prefecture} or {@code county}
 * @param province name of the province, the municipality or the region
 * @param prefecture name of the prefecture; empty for a province, 直辖 where a county stands under the province itself
 * @param validFrom first year of validity
 * @param validTo year in which it was abolished or renamed, itself excluded; empty while it is in use
 * @param successors what took its place, in whole or in part
 */
public record Region(
        String code,
        String name,
        String level,
        String province,
        String prefecture,
        int validFrom,
        OptionalInt validTo,
        List<Successor> successors) {

    public Region {
        successors = List.copyOf(successors);
    }

    /**
     * A code that took over.
     *
     * @param year when, where that is not the year in which the old code ended
     */
    public record Successor(String code, OptionalInt year) {}

    public boolean isValidIn(int year) {
        return validFrom <= year && (validTo.isEmpty() || year < validTo.getAsInt());
    }
}
