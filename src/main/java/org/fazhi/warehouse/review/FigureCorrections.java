package org.fazhi.warehouse.review;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.DocumentFacts.RepairFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.figures.Figure;
import org.fazhi.text.Span;

/** Puts one number of a document right, or adds one that the rules had passed over. */
final class FigureCorrections {

    /** The rule that a figure bears whose code a person gave. */
    static final String RULE = "review";

    /** Of a code that a person gave. */
    private static final double SURE = 1.0;

    private final Reviews reviews;
    private final DocumentFacts facts;

    FigureCorrections(Reviews reviews, DocumentFacts facts) {
        this.reviews = reviews;
        this.facts = facts;
    }

    /**
     * @param figure as it is to be; empty where the verdict is that there is none, and none was read
     * @param detail why it was refused; else empty
     */
    record Result(ReviewOutcome outcome, Optional<FigureFact> figure, String detail) {

        static Result applied(Optional<FigureFact> figure) {
            return new Result(ReviewOutcome.APPLIED, figure, "");
        }

        static Result refused(String detail) {
            return new Result(ReviewOutcome.REFUSED, Optional.empty(), detail);
        }
    }

    /** @param ordinal of a figure that is added */
    Result apply(Verdict verdict, Places.Place place, int ordinal) {
        if (place.figure().isPresent()) {
            return corrected(verdict, place.figure().get());
        }
        boolean wantsNone = verdict.kind() == Verdict.Kind.NO_FIGURE
                || verdict.value().isEmpty()
                        && verdict.code().filter(Verdict.NO_INDICATOR::equals).isPresent();
        return wantsNone ? Result.applied(Optional.empty()) : added(verdict, place, ordinal);
    }

    private Result corrected(Verdict verdict, FigureFact figure) {
        if (figure.quarantine().isPresent()) {
            return Result.refused(
                    "the figure is kept back as " + figure.quarantine().get());
        }
        if (verdict.kind() == Verdict.Kind.NO_FIGURE) {
            return Result.applied(Optional.of(
                    with(figure, figure.value(), figure.unit(), figure.code(), Optional.of(ReviewedFacts.REVIEWED))));
        }
        Optional<String> foreign = foreignUnit(verdict, Optional.of(figure.unit()));
        if (foreign.isPresent()) {
            return Result.refused(foreign.get());
        }
        Optional<String> code = verdict.code().isPresent() ? indicator(verdict) : figure.code();
        return Result.applied(Optional.of(with(
                figure,
                verdict.value().orElse(figure.value()),
                verdict.unit().orElse(figure.unit()),
                code,
                Optional.empty())));
    }

    private static Optional<String> indicator(Verdict verdict) {
        return verdict.code().filter(code -> !code.equals(Verdict.NO_INDICATOR));
    }

    /** Why the unit that is said, or that of the indicator, cannot be that of the number. */
    private Optional<String> foreignUnit(Verdict verdict, Optional<String> read) {
        Optional<String> unit = verdict.unit().or(() -> read);
        if (read.isPresent() && unit.isPresent() && !reviews.areAlike(unit.get(), read.get())) {
            return Optional.of("expected a unit alike " + read.get() + ", got " + unit.get());
        }
        Optional<String> counted = indicator(verdict).map(reviews::unitOf);
        if (counted.isPresent() && unit.isPresent() && !reviews.areAlike(unit.get(), counted.get())) {
            return Optional.of("expected a unit alike " + counted.get() + ", that of "
                    + verdict.code().orElse("") + ", got " + unit.get());
        }
        return Optional.empty();
    }

    /** A value that was put right is exact, whatever the words around it say, and no check has confirmed it. */
    private static FigureFact with(
            FigureFact figure, BigDecimal value, String unit, Optional<String> code, Optional<String> quarantine) {
        boolean isOther =
                value.compareTo(figure.value()) != 0 || !code.equals(figure.code()) || !unit.equals(figure.unit());
        return of(figure, value, unit, code, quarantine, isOther ? Optional.empty() : figure.verifiedBy());
    }

    private static FigureFact of(
            FigureFact figure,
            BigDecimal value,
            String unit,
            Optional<String> code,
            Optional<String> quarantine,
            Optional<String> verifiedBy) {
        boolean isOtherValue = value.compareTo(figure.value()) != 0;
        boolean isOtherCode = !code.equals(figure.code());
        return new FigureFact(
                figure.ordinal(),
                figure.section(),
                figure.sectionRole(),
                figure.raw(),
                value,
                isOtherValue ? Optional.empty() : figure.valueHigh(),
                unit,
                isOtherValue ? "exact" : figure.qualifier(),
                figure.change(),
                figure.tense(),
                figure.asOf(),
                code,
                isOtherCode ? RULE : figure.rule(),
                isOtherCode ? SURE : figure.confidence(),
                figure.sentence(),
                figure.span(),
                figure.repairedSpan(),
                verifiedBy,
                quarantine);
    }

    /** The same, which no check has confirmed. */
    static FigureFact unproven(FigureFact figure) {
        return of(figure, figure.value(), figure.unit(), figure.code(), figure.quarantine(), Optional.empty());
    }

    private Result added(Verdict verdict, Places.Place place, int ordinal) {
        String sentence = place.sentence().of(facts.repairedText());
        Span within = place.span().shift(-place.sentence().start());
        Optional<Figure> printed = PrintedNumber.in(sentence, within, facts.reportYear());
        String raw = place.span().of(facts.repairedText());
        Optional<BigDecimal> value =
                verdict.value().or(() -> printed.map(Figure::value)).or(() -> PrintedNumber.value(raw));
        Optional<String> unit = verdict.unit()
                .or(() -> printed.map(Figure::unit).filter(read -> !read.isEmpty()))
                .or(() -> indicator(verdict).map(reviews::unitOf));
        if (value.isEmpty() || unit.isEmpty()) {
            return Result.refused("no figure is read there: say its value and its unit");
        }
        Optional<String> foreign =
                foreignUnit(verdict, printed.map(Figure::unit).filter(read -> !read.isEmpty()));
        if (foreign.isPresent()) {
            return Result.refused(foreign.get());
        }
        Optional<Span> span = harvested(place.span());
        if (span.isEmpty()) {
            return Result.refused("no figure is read there, and a repair has changed the number itself");
        }
        Optional<SectionFact> section = section(place.span());
        return Result.applied(Optional.of(new FigureFact(
                ordinal,
                section.map(found -> OptionalInt.of(found.ordinal())).orElse(OptionalInt.empty()),
                section.map(SectionFact::role).orElse("other"),
                span.get().of(facts.text()),
                value.get(),
                verdict.value().isPresent() ? Optional.empty() : printed.flatMap(Figure::valueHigh),
                unit.get(),
                verdict.value().isPresent()
                        ? "exact"
                        : printed.map(figure -> figure.qualifier().code()).orElse("exact"),
                printed.flatMap(Figure::change).map(change -> change.code()),
                printed.map(figure -> figure.tense().code()).orElse("actual"),
                printed.flatMap(Figure::asOf).map(Object::toString),
                indicator(verdict),
                RULE,
                SURE,
                sentence,
                span.get(),
                place.span(),
                Optional.empty(),
                Optional.empty())));
    }

    private Optional<SectionFact> section(Span span) {
        return facts.sections().stream()
                .filter(section -> section.repairedSpan().contains(span))
                .min(Comparator.comparingInt(section -> section.repairedSpan().length()));
    }

    /** Where the same characters stand in the text as harvested: behind the same repair, as far from it. */
    private Optional<Span> harvested(Span repaired) {
        int shift = 0;
        int end = 0;
        for (RepairFact repair : facts.repairs()) {
            if (repair.repairedSpan().end() <= repaired.start()
                    && repair.repairedSpan().end() >= end) {
                end = repair.repairedSpan().end();
                shift = repair.span().end() - end;
            }
        }
        if (repaired.start() + shift < 0) {
            return Optional.empty();
        }
        Span span = repaired.shift(shift);
        boolean isSame =
                span.end() <= facts.text().length() && span.of(facts.text()).equals(repaired.of(facts.repairedText()));
        return isSame ? Optional.of(span) : Optional.empty();
    }
}
