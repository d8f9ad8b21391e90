package org.fazhi.reading.figures;

import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.fazhi.text.Span;

/**
 * One number in the body of a report that measures something about the body's work; one mention, one figure.
 *
 * @param ordinal 0-based, in the order of the text
 * @param span number, qualifier and unit ("5万余份", "93.6 %", "0"), into the repaired text
 * @param sentence the sentence it stands in, into the repaired text
 * @param value exact, in the base unit: 1428.44万元 is 14284400
 * @param valueHigh upper end of a range, else empty
 * @param unit canonical: 人, 件, 元, %, ‰, pp, or the classifier as written in simplified characters
 * @param asOf the month a part-year number or a running total runs to (截至11月底, 上半年, 2021年至2024年累计), where it says
 * @param earlierYear a year before the report's, where the sentence gives the number for that year: 2023年的82%
 * @param isWithinYear whether it is of a stretch within the report's year that does not begin with it: 第四季度, 12月份
 * @param isUnsettled whether it stands in a table that names years or places, and is another's, or it is not told whose
 */
public record Figure(
        int ordinal,
        Span span,
        Span sentence,
        BigDecimal value,
        Optional<BigDecimal> valueHigh,
        String unit,
        Qualifier qualifier,
        Optional<Change> change,
        Tense tense,
        Optional<YearMonth> asOf,
        Optional<Year> earlierYear,
        boolean isWithinYear,
        boolean isUnsettled) {

    /** A figure of the report's own year. */
    public Figure(
            int ordinal,
            Span span,
            Span sentence,
            BigDecimal value,
            Optional<BigDecimal> valueHigh,
            String unit,
            Qualifier qualifier,
            Optional<Change> change,
            Tense tense,
            Optional<YearMonth> asOf) {
        this(
                ordinal,
                span,
                sentence,
                value,
                valueHigh,
                unit,
                qualifier,
                change,
                tense,
                asOf,
                Optional.empty(),
                false,
                false);
    }

    /** The same, at another place in the order. */
    Figure numbered(int newOrdinal) {
        return new Figure(
                newOrdinal,
                span,
                sentence,
                value,
                valueHigh,
                unit,
                qualifier,
                change,
                tense,
                asOf,
                earlierYear,
                isWithinYear,
                isUnsettled);
    }

    /** The same, given for an earlier year; for the report's own where there is none. */
    Figure of(Optional<Year> year) {
        return with(change, tense, asOf, year, isWithinYear, isUnsettled);
    }

    /** The same, said of the year as far as it had run by then. */
    Figure runningTo(YearMonth month) {
        return with(change, tense, Optional.of(month), earlierYear, isWithinYear, isUnsettled);
    }

    /** The same, as a total over the years that the report speaks of. */
    Figure runningOverYears() {
        return as(Tense.CUMULATIVE);
    }

    /** The same, said of another time. */
    Figure as(Tense newTense) {
        return with(change, newTense, asOf, earlierYear, isWithinYear, isUnsettled);
    }

    /** The same, as a change against before. */
    Figure changing(Change direction) {
        return with(Optional.of(direction), tense, asOf, earlierYear, isWithinYear, isUnsettled);
    }

    /** The same, of a stretch within the year. */
    Figure withinYear() {
        return with(change, tense, asOf, earlierYear, true, isUnsettled);
    }

    /** The same, of a year that is not told. */
    Figure unsettled() {
        return with(change, tense, asOf, earlierYear, isWithinYear, true);
    }

    private Figure with(
            Optional<Change> newChange,
            Tense newTense,
            Optional<YearMonth> month,
            Optional<Year> year,
            boolean within,
            boolean unsettled) {
        return new Figure(
                ordinal, span, sentence, value, valueHigh, unit, qualifier, newChange, newTense, month, year, within,
                unsettled);
    }
}
