package org.fazhi.reading.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.figures.Qualifier;
import org.fazhi.reading.outline.Outline;
import org.fazhi.text.Span;

/**
 * Lets a report prove or contradict itself. Only numbers of one sentence are held against each other, and only what
 * cannot be meant otherwise is a contradiction: parts that fall short of their total may leave some out, and a rate that
 * the text ties to no base may have another.
 */
public final class SelfChecks {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private SelfChecks() {}

    /** What the checks found, in the order of the text; a check that has nothing to hold on to is not listed. */
    public static List<CheckResult> run(List<CodedFigure> coded, Outline outline) {
        List<CheckResult> results = new ArrayList<>();
        Map<Span, List<CodedFigure>> sentences = new HashMap<>();
        for (CodedFigure figure : coded) {
            sentences
                    .computeIfAbsent(figure.figure().sentence(), span -> new ArrayList<>())
                    .add(figure);
        }
        for (CodedFigure figure : coded) {
            List<CodedFigure> sentence = sentences.getOrDefault(figure.figure().sentence(), List.of());
            if (figure.code().isEmpty()) {
                continue;
            }
            for (RateCheck check : RateCheck.ALL) {
                if (check.rate().equals(figure.code().get())) {
                    results.add(check.run(figure.figure(), sentence));
                }
            }
            beyondHundred(figure).ifPresent(results::add);
            results.addAll(within(
                    figure, sentence, "mediation.disputes_resolved", "mediation.disputes", "success_within_handled"));
            results.addAll(within(
                    figure,
                    sentence,
                    "enforcement.exam_passes",
                    "enforcement.exam_entrants",
                    "passes_within_entrants"));
            results.addAll(concluded(figure, sentence));
        }
        results.addAll(parts(coded, outline));
        results.sort(Comparator.comparingInt(SelfChecks::last));
        return List.copyOf(results);
    }

    /** By ordinal the check that confirmed the figure; the first where several did. */
    public static Map<Integer, String> verifiedBy(List<CheckResult> results) {
        Map<Integer, String> verified = new TreeMap<>();
        for (CheckResult result : results) {
            if (result.status() == CheckResult.Status.CONFIRMED) {
                result.figures().forEach(ordinal -> verified.putIfAbsent(ordinal, result.check()));
            }
        }
        return Map.copyOf(verified);
    }

    private static int last(CheckResult result) {
        return result.figures().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static Optional<CheckResult> beyondHundred(CodedFigure coded) {
        Figure figure = coded.figure();
        boolean isShare = figure.unit().equals("%")
                && figure.change().isEmpty()
                && coded.code().isPresent();
        return isShare && figure.value().compareTo(HUNDRED) > 0
                ? Optional.of(new CheckResult(
                        "share_limit",
                        CheckResult.Status.CONTRADICTED,
                        RateCheck.percent(figure.value()),
                        "a share is at most 100 %",
                        List.of(figure.ordinal())))
                : Optional.empty();
    }

    /** A count that cannot exceed the one it was taken from, stated before it in the sentence. */
    private static List<CheckResult> within(
            CodedFigure part, List<CodedFigure> sentence, String partCode, String wholeCode, String name) {
        return exceeding(part, sentence, partCode, wholeCode)
                .map(whole -> new CheckResult(
                        name,
                        CheckResult.Status.CONTRADICTED,
                        text(part.figure()),
                        "more than the " + text(whole) + " it is part of",
                        List.of(whole.ordinal(), part.figure().ordinal())))
                .stream()
                .toList();
    }

    /** More cases concluded than accepted is no contradiction: some came over from the year before. */
    private static List<CheckResult> concluded(CodedFigure part, List<CodedFigure> sentence) {
        return exceeding(part, sentence, "reconsideration.concluded", "reconsideration.accepted")
                .map(whole -> new CheckResult(
                        "concluded_within_accepted",
                        CheckResult.Status.NOT_APPLICABLE,
                        text(part.figure()),
                        "more than the " + text(whole) + " accepted; cases carried over would explain it",
                        List.of(whole.ordinal(), part.figure().ordinal())))
                .stream()
                .toList();
    }

    private static Optional<Figure> exceeding(
            CodedFigure part, List<CodedFigure> sentence, String partCode, String wholeCode) {
        if (!part.code().equals(Optional.of(partCode)) || !isExact(part.figure())) {
            return Optional.empty();
        }
        List<Figure> wholes = sentence.stream()
                .filter(coded -> coded.code().equals(Optional.of(wholeCode)))
                .map(CodedFigure::figure)
                .filter(figure -> figure.ordinal() < part.figure().ordinal())
                .toList();
        // Two totals in one sentence leave open whose part it is.
        return wholes.size() == 1
                        && isExact(wholes.get(0))
                        && part.figure().value().compareTo(wholes.get(0).value()) > 0
                ? Optional.of(wholes.get(0))
                : Optional.empty();
    }

    private static List<CheckResult> parts(List<CodedFigure> coded, Outline outline) {
        List<Figure> figures = coded.stream().map(CodedFigure::figure).toList();
        CompactText compact = CompactText.of(outline.text());
        ContextReader contexts = new ContextReader(compact, outline, figures);
        Map<Integer, List<Figure>> partsOf = new TreeMap<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (figure.change().isEmpty() && !figure.unit().equals("%")) {
                contexts.whole(i)
                        .ifPresent(whole -> partsOf.computeIfAbsent(whole, key -> new ArrayList<>())
                                .add(figure));
            }
        }
        List<CheckResult> results = new ArrayList<>();
        partsOf.forEach((whole, parts) -> parts(figures.get(whole), parts).ifPresent(results::add));
        for (int i = 0; i < figures.size(); i++) {
            boolean isUncodedShare =
                    coded.get(i).code().isEmpty() && figures.get(i).unit().equals("%");
            if (isUncodedShare && contexts.before(i).of(compact.text()).contains("占")) {
                share(i, figures).ifPresent(results::add);
            }
        }
        return results;
    }

    private static Optional<CheckResult> parts(Figure whole, List<Figure> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Figure> summed = new ArrayList<>();
        for (Figure part : parts) {
            sum = sum.add(part.value());
            summed.add(part);
            if (summed.size() > 1 && sum.compareTo(whole.value()) == 0) {
                return Optional.of(partsResult(CheckResult.Status.CONFIRMED, whole, summed, sum));
            }
        }
        Optional<Figure> larger = parts.stream()
                .filter(part -> part.value().compareTo(whole.value()) > 0)
                .findFirst()
                .filter(part -> isExact(part) && isExact(whole));
        boolean isOneSentence = parts.get(0).sentence().equals(whole.sentence());
        if (isOneSentence && larger.isPresent() && larger.get().equals(parts.get(0))) {
            return Optional.of(partsResult(
                    CheckResult.Status.CONTRADICTED,
                    whole,
                    List.of(larger.get()),
                    larger.get().value()));
        }
        return parts.size() > 1
                ? Optional.of(partsResult(CheckResult.Status.NOT_APPLICABLE, whole, parts, sum))
                : Optional.empty();
    }

    private static CheckResult partsResult(
            CheckResult.Status status, Figure whole, List<Figure> parts, BigDecimal sum) {
        List<Integer> ordinals = new ArrayList<>(List.of(whole.ordinal()));
        parts.forEach(part -> ordinals.add(part.ordinal()));
        String terms = String.join(
                " + ", parts.stream().map(part -> part.value().toPlainString()).toList());
        return new CheckResult(
                "parts_total",
                status,
                text(whole),
                parts.size() > 1 ? terms + " = " + sum.toPlainString() : terms,
                ordinals);
    }

    /** 其中涉农案件50件,占25%: the share of the part just named in its whole. */
    private static Optional<CheckResult> share(int at, List<Figure> figures) {
        Figure stated = figures.get(at);
        if (!stated.unit().equals("%") || stated.change().isPresent() || at < 2) {
            return Optional.empty();
        }
        Figure part = figures.get(at - 1);
        Figure whole = figures.get(at - 2);
        boolean isOneSentence = part.sentence().equals(stated.sentence())
                && whole.sentence().equals(stated.sentence())
                && part.unit().equals(whole.unit())
                && !part.unit().equals("%")
                && whole.value().signum() > 0;
        if (!isOneSentence) {
            return Optional.empty();
        }
        BigDecimal computed = part.value().multiply(HUNDRED).divide(whole.value(), 4, RoundingMode.HALF_UP);
        BigDecimal step =
                BigDecimal.ONE.movePointLeft(Math.max(0, stated.value().scale()));
        return computed.subtract(stated.value()).abs().compareTo(step) < 0
                ? Optional.of(new CheckResult(
                        "share_of_total",
                        CheckResult.Status.CONFIRMED,
                        RateCheck.percent(stated.value()),
                        part.value().toPlainString() + " / " + whole.value().toPlainString() + " = "
                                + RateCheck.percent(computed.setScale(2, RoundingMode.HALF_UP)),
                        List.of(whole.ordinal(), part.ordinal(), stated.ordinal())))
                : Optional.empty();
    }

    private static boolean isExact(Figure figure) {
        return figure.qualifier() == Qualifier.EXACT && figure.valueHigh().isEmpty();
    }

    private static String text(Figure figure) {
        return figure.value().toPlainString() + " " + figure.unit();
    }
}
