package org.fazhi.sample;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One figure of a fictional report; one row of {@code facts.tsv}.
 *
 * @param topic the entry of {@code sentences.yml} that says it
 * @param name the indicator code, or a name that opens with {@code x.} for a figure without a code
 * @param value in the base unit
 * @param unit canonical: 人, 件, 元, %, or a classifier
 * @param qualifier {@code exact}, {@code more_than}, {@code nearly}, {@code about} or {@code at_least}
 * @param change {@code increase} or {@code decrease}, where the figure is a change
 * @param tense {@code actual}, {@code cumulative}, {@code plan} or {@code target}
 * @param asOf the month (YYYY-MM) a part-year figure runs to
 */
public record Fact(
        String topic,
        String name,
        BigDecimal value,
        String unit,
        String qualifier,
        Optional<String> change,
        String tense,
        Optional<String> asOf) {

    /** The indicator whose value this is; empty where no code fits. */
    public Optional<String> indicatorCode() {
        return name.startsWith("x.") ? Optional.empty() : Optional.of(name);
    }

    /** Whether the figure states an indicator's value for the report year, and no plan and no norm. */
    public boolean isObservation() {
        return indicatorCode().isPresent() && (tense.equals("actual") || tense.equals("cumulative"));
    }
}
