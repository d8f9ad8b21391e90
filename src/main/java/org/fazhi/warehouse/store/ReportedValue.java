package org.fazhi.warehouse.store;

import java.math.BigDecimal;

/** Which numbers can be values of a report, whoever read them: the rules or a person. */
public final class ReportedValue {

    /** Digits before the point; a thousand times what a province spends in a year, counted in 元. */
    public static final int DIGITS = 15;

    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(DIGITS);

    private ReportedValue() {}

    /** True where it is below the bound, on either side of zero, and a value column holds it exactly. */
    public static boolean isPossible(BigDecimal value) {
        return value.abs().compareTo(BEYOND) < 0 && TableWriter.fits(value);
    }
}
