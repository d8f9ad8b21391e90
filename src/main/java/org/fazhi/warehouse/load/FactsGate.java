package org.fazhi.warehouse.load;

import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;
import org.fazhi.text.Span;
import org.fazhi.warehouse.store.ReportedValue;

/** What must not enter the warehouse, and why; looked at before versions are numbered. */
public final class FactsGate {

    /** Nothing that is loaded is of a day outside of these years. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2100;

    private FactsGate() {}

    /** The code points of a document's two texts; one and the same where nothing was repaired. */
    public record Texts(CodePoints text, CodePoints repaired) {

        /** Empty where a text holds half a surrogate pair. */
        static Optional<Texts> of(DocumentFacts facts) {
            return CodePoints.of(facts.text())
                    .flatMap(text -> facts.repairedText().equals(facts.text())
                            ? Optional.of(new Texts(text, text))
                            : CodePoints.of(facts.repairedText()).map(repaired -> new Texts(text, repaired)));
        }
    }

    /**
     * Why something is kept back.
     *
     * @param reason the code of a {@link Reason}
     * @param detail what was expected and got
     */
    public record Fault(String reason, String detail) {

        Fault(Reason reason, String detail) {
            this(reason.code(), detail);
        }
    }

    /** A span, and what stands there. */
    private record Place(String what, Span span) {}

    /**
     * Why the whole document is kept back.
     *
     * @param texts of the same facts
     */
    public static Optional<Fault> fault(DocumentFacts facts, Optional<Texts> texts) {
        if (texts.isEmpty()) {
            return Optional.of(
                    new Fault(Reason.UNPAIRED_SURROGATE, "expected whole characters, got half of one in its text"));
        }
        Stream<Place> places = Stream.concat(
                facts.sections().stream().map(section -> new Place("section " + section.ordinal(), section.span())),
                facts.repairs().stream().map(repair -> new Place("repair " + repair.rule(), repair.span())));
        Stream<Place> repairedPlaces = Stream.concat(
                facts.sections().stream()
                        .map(section -> new Place("section " + section.ordinal(), section.repairedSpan())),
                facts.repairs().stream().map(repair -> new Place("repair " + repair.rule(), repair.repairedSpan())));
        return outside(places, texts.get().text(), facts.text())
                .or(() -> outside(repairedPlaces, texts.get().repaired(), facts.repairedText()));
    }

    /** Why a whole extract is kept back, whatever it holds: what it says of itself cannot be. */
    public static Optional<Fault> fault(Extract extract) {
        if (!CaptureRecord.isPossible(extract.fetchedAt())) {
            return Optional.of(new Fault(
                    Reason.OUT_OF_BOUNDS,
                    "fetched_at: expected a time from " + CaptureRecord.FIRST_POSSIBLE + " to "
                            + CaptureRecord.LAST_POSSIBLE + ", got " + extract.fetchedAt()));
        }
        return extract.facts()
                .map(DocumentFacts::reportYear)
                .filter(year -> year > 0 && (year < FIRST_YEAR || year > LAST_YEAR))
                .map(year -> new Fault(
                        Reason.OUT_OF_BOUNDS,
                        "report_year: expected " + FIRST_YEAR + ".." + LAST_YEAR + ", got " + year));
    }

    private static Optional<Fault> outside(Stream<Place> places, CodePoints points, String text) {
        return places.filter(place -> !points.holds(place.span()))
                .findFirst()
                .map(place -> new Fault(
                        Reason.SPAN_OUTSIDE_TEXT,
                        "expected a place in the text of 0.." + text.length() + ", got " + place.what() + " at "
                                + at(place.span())));
    }

    /** Why one figure is kept back. */
    public static Optional<Fault> fault(FigureFact figure, DocumentFacts facts, Texts texts) {
        if (figure.quarantine().isPresent()) {
            return Optional.of(new Fault(figure.quarantine().get(), describe(figure)));
        }
        if (!texts.text().holds(figure.span()) || !texts.repaired().holds(figure.repairedSpan())) {
            return Optional.of(new Fault(
                    Reason.SPAN_OUTSIDE_TEXT,
                    describe(figure) + ": expected a place in the text of 0.."
                            + facts.text().length() + ", got " + at(figure.span())));
        }
        boolean isRaw = figure.span().length() == figure.raw().length()
                && facts.text().startsWith(figure.raw(), figure.span().start());
        if (!isRaw) {
            return Optional.of(new Fault(
                    Reason.SPAN_MISMATCH,
                    describe(figure) + ": expected it at " + at(figure.span()) + ", got "
                            + figure.span().of(facts.text())));
        }
        boolean fits = ReportedValue.isPossible(figure.value())
                && figure.valueHigh().map(ReportedValue::isPossible).orElse(true);
        return fits ? Optional.empty() : Optional.of(new Fault(Reason.VALUE_OUT_OF_RANGE, describe(figure)));
    }

    private static String describe(FigureFact figure) {
        return figure.raw() + " = " + figure.value().toString() + " " + figure.unit();
    }

    private static String at(Span span) {
        return span.start() + ".." + span.end();
    }
}
