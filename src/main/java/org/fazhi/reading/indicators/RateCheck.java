package org.fazhi.reading.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.Qualifier;

/**
 * A stated rate against the counts it is made of, where all stand in one sentence, the counts before the rate.
 *
 * @param name of the check
 * @param rate code of the rate
 * @param part code of the count above the line
 * @param bases codes of the counts that may stand below it, the proper one first
 * @param isStrict whether the rate has no other meaning, so that counts that give another rate contradict it
 * @param baseWord what the proper base counts, for the message
 */
record RateCheck(String name, String rate, String part, List<String> bases, boolean isStrict, String baseWord) {

    static final List<RateCheck> ALL = List.of(
            new RateCheck(
                    "correction_rate",
                    "reconsideration.correction_rate",
                    "reconsideration.corrected",
                    List.of("reconsideration.concluded", "reconsideration.accepted"),
                    true,
                    "concluded"),
            new RateCheck(
                    "indirect_correction_rate",
                    "reconsideration.indirect_correction_rate",
                    "none",
                    List.of("reconsideration.concluded"),
                    false,
                    "concluded"),
            new RateCheck(
                    "mediation_success_rate",
                    "mediation.success_rate",
                    "mediation.disputes_resolved",
                    List.of("mediation.disputes"),
                    true,
                    "mediated"),
            new RateCheck(
                    "exam_pass_rate",
                    "enforcement.exam_pass_rate",
                    "enforcement.exam_passes",
                    List.of("enforcement.exam_entrants"),
                    true,
                    "examined"),
            new RateCheck(
                    "completion_rate",
                    "reconsideration.completion_rate",
                    "reconsideration.concluded",
                    List.of("reconsideration.accepted"),
                    false,
                    "accepted"),
            new RateCheck(
                    "online_rate",
                    "services.online_rate",
                    "services.online_items",
                    List.of("services.items_total"),
                    false,
                    "items"),
            new RateCheck(
                    "instant_rate",
                    "services.instant_rate",
                    "services.instant_items",
                    List.of("services.permit_items", "services.items_total"),
                    false,
                    "items"),
            new RateCheck(
                    "one_visit_rate",
                    "services.one_visit_rate",
                    "services.one_visit_items",
                    List.of("services.items_total"),
                    false,
                    "items"),
            new RateCheck(
                    "no_visit_rate",
                    "services.no_visit_rate",
                    "services.no_visit_items",
                    List.of("services.items_total"),
                    false,
                    "items"),
            new RateCheck(
                    "head_appearance_rate",
                    "litigation.head_appearance_rate",
                    "litigation.head_appearances",
                    List.of("litigation.cases"),
                    false,
                    "lawsuits"));

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** A count that happens to give the printed rate is evidence only where few counts would. */
    private static final double MOST_CHANCE = 0.1;

    /**
     * @param stated the rate
     * @param sentence the coded figures of its sentence, in order
     */
    CheckResult run(Figure stated, List<CodedFigure> sentence) {
        Optional<Figure> numerator = nearest(sentence, part, stated);
        List<Figure> denominators = bases.stream()
                .map(base -> nearest(sentence, base, stated))
                .flatMap(Optional::stream)
                .filter(base -> base.value().signum() > 0)
                .toList();
        String said = percent(stated.value());
        if (denominators.isEmpty()) {
            return new CheckResult(
                    name, CheckResult.Status.NOT_APPLICABLE, said, "no counts beside it", List.of(stated.ordinal()));
        }
        if (numerator.isEmpty()) {
            return possible(stated, denominators.get(0), said);
        }
        for (Figure denominator : denominators) {
            if (agrees(ratio(numerator.get().value(), denominator.value()), stated.value())) {
                return result(
                        CheckResult.Status.CONFIRMED,
                        said,
                        quotient(numerator.get(), denominator),
                        stated,
                        numerator.get(),
                        denominator);
            }
        }
        Figure denominator = denominators.get(0);
        boolean isExact = isExact(stated)
                && isExact(numerator.get())
                && denominators.stream().allMatch(RateCheck::isExact);
        String computed = quotient(numerator.get(), denominator) + implied(numerator.get(), stated);
        return result(
                isStrict && isExact ? CheckResult.Status.CONTRADICTED : CheckResult.Status.NOT_APPLICABLE,
                said,
                computed,
                stated,
                numerator.get(),
                denominator);
    }

    private CheckResult result(
            CheckResult.Status status, String said, String computed, Figure stated, Figure part, Figure base) {
        List<Integer> ordinals = new ArrayList<>(List.of(base.ordinal(), part.ordinal(), stated.ordinal()));
        ordinals.sort(null);
        return new CheckResult(name, status, said, computed, ordinals);
    }

    /** Whether a whole number of cases gives the printed rate: 19.48 % of 77 is 15. */
    private CheckResult possible(Figure stated, Figure base, String said) {
        BigDecimal count = stated.value().multiply(base.value()).divide(HUNDRED, 0, RoundingMode.HALF_UP);
        double chance = 2 * base.value().doubleValue() / Math.pow(10, decimals(stated.value()) + 2);
        boolean isEvidence = chance <= MOST_CHANCE && isExact(base) && isExact(stated);
        if (isEvidence && agrees(ratio(count, base.value()), stated.value())) {
            return new CheckResult(
                    name,
                    CheckResult.Status.CONFIRMED,
                    said,
                    count.toPlainString() + " / " + base.value().toPlainString() + " = "
                            + percent(rounded(ratio(count, base.value()), stated.value())),
                    List.of(base.ordinal(), stated.ordinal()));
        }
        return new CheckResult(
                name, CheckResult.Status.NOT_APPLICABLE, said, "no count beside it", List.of(stated.ordinal()));
    }

    private static Optional<Figure> nearest(List<CodedFigure> sentence, String code, Figure before) {
        Optional<Figure> found = Optional.empty();
        for (CodedFigure coded : sentence) {
            boolean isBefore = coded.figure().ordinal() < before.ordinal();
            if (coded.code().filter(code::equals).isPresent() && (isBefore || found.isEmpty())) {
                found = Optional.of(coded.figure());
            }
        }
        return found;
    }

    private static boolean isExact(Figure figure) {
        return figure.qualifier() == Qualifier.EXACT && figure.valueHigh().isEmpty();
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal base) {
        return part.multiply(HUNDRED).divide(base, MathContext.DECIMAL64);
    }

    /** Rounded or cut off at the printed precision, the two give the same rate. */
    private static boolean agrees(BigDecimal computed, BigDecimal stated) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals(stated));
        return computed.subtract(stated).abs().compareTo(step) < 0;
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.scale());
    }

    private static BigDecimal rounded(BigDecimal value, BigDecimal like) {
        return value.setScale(Math.max(2, decimals(like)), RoundingMode.HALF_UP);
    }

    private static String quotient(Figure part, Figure base) {
        return part.value().toPlainString() + " / " + base.value().toPlainString() + " = "
                + percent(rounded(ratio(part.value(), base.value()), BigDecimal.ZERO));
    }

    /** The base that would make the stated rate right, where a whole number does. */
    private String implied(Figure part, Figure stated) {
        if (stated.value().signum() <= 0) {
            return "";
        }
        BigDecimal base = part.value().multiply(HUNDRED).divide(stated.value(), 0, RoundingMode.HALF_UP);
        return base.signum() > 0 && agrees(ratio(part.value(), base), stated.value())
                ? "; " + percent(stated.value()) + " only if " + base.toPlainString() + " were " + baseWord
                : "";
    }

    static String percent(BigDecimal value) {
        return value.toPlainString() + " %";
    }
}
