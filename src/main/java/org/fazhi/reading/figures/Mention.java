package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number with its unit and qualifier, before its context is read.
 *
 * @param start first character of the qualifier or number
 * @param numberStart first character of the number
 * @param end one past the unit and what closes it (以上, 左右)
 */
record Mention(
        int start,
        int numberStart,
        int end,
        BigDecimal value,
        Optional<BigDecimal> valueHigh,
        String unit,
        Qualifier qualifier) {

    boolean isShare() {
        return unit.equals("%") || unit.equals("‰") || unit.equals("pp");
    }
}
