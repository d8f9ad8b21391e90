package org.fazhi.warehouse.load;

import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.text.Span;
import org.fazhi.warehouse.store.TableWriter;

/** What must not enter the warehouse, as the code of the reason; looked at before versions are numbered. */
public final class FactsGate {

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
     * Why the whole document is kept back.
     *
     * @param texts of the same facts
     */
    public static Optional<String> fault(DocumentFacts facts, Optional<Texts> texts) {
        if (texts.isEmpty()) {
            return Optional.of("unpaired_surrogate");
        }
        Stream<Span> spans = Stream.concat(
                facts.sections().stream().map(DocumentFacts.SectionFact::span),
                facts.repairs().stream().map(DocumentFacts.RepairFact::span));
        Stream<Span> repairedSpans = Stream.concat(
                facts.sections().stream().map(DocumentFacts.SectionFact::repairedSpan),
                facts.repairs().stream().map(DocumentFacts.RepairFact::repairedSpan));
        boolean inside = spans.allMatch(texts.get().text()::holds)
                && repairedSpans.allMatch(texts.get().repaired()::holds);
        return inside ? Optional.empty() : Optional.of("span_outside_text");
    }

    /** Why one figure is kept back. */
    public static Optional<String> fault(FigureFact figure, DocumentFacts facts, Texts texts) {
        if (figure.quarantine().isPresent()) {
            return figure.quarantine();
        }
        if (!texts.text().holds(figure.span()) || !texts.repaired().holds(figure.repairedSpan())) {
            return Optional.of("span_outside_text");
        }
        boolean isRaw = figure.span().length() == figure.raw().length()
                && facts.text().startsWith(figure.raw(), figure.span().start());
        if (!isRaw) {
            return Optional.of("span_mismatch");
        }
        boolean fits = TableWriter.fits(figure.value())
                && figure.valueHigh().map(TableWriter::fits).orElse(true);
        return fits ? Optional.empty() : Optional.of("value_out_of_range");
    }
}
