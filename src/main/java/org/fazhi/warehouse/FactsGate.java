package org.fazhi.warehouse;

import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.text.Span;

/** What must not enter the warehouse, as the code of the reason; looked at before versions are numbered. */
final class FactsGate {

    private FactsGate() {}

    /** Why the whole document is kept back. */
    static Optional<String> fault(DocumentFacts facts) {
        Optional<CodePoints> text = CodePoints.of(facts.text());
        Optional<CodePoints> repaired = CodePoints.of(facts.repairedText());
        if (text.isEmpty() || repaired.isEmpty()) {
            return Optional.of("unpaired_surrogate");
        }
        Stream<Span> spans = Stream.concat(
                facts.sections().stream().map(DocumentFacts.SectionFact::span),
                facts.repairs().stream().map(DocumentFacts.RepairFact::span));
        Stream<Span> repairedSpans = Stream.concat(
                facts.sections().stream().map(DocumentFacts.SectionFact::repairedSpan),
                facts.repairs().stream().map(DocumentFacts.RepairFact::repairedSpan));
        boolean inside = spans.allMatch(text.get()::holds) && repairedSpans.allMatch(repaired.get()::holds);
        return inside ? Optional.empty() : Optional.of("span_outside_text");
    }

    /** Why one figure is kept back. */
    static Optional<String> fault(FigureFact figure, DocumentFacts facts, CodePoints text, CodePoints repaired) {
        if (figure.quarantine().isPresent()) {
            return figure.quarantine();
        }
        if (!text.holds(figure.span()) || !repaired.holds(figure.repairedSpan())) {
            return Optional.of("span_outside_text");
        }
        if (!figure.span().of(facts.text()).equals(figure.raw())) {
            return Optional.of("span_mismatch");
        }
        boolean fits = TableWriter.fits(figure.value())
                && figure.valueHigh().map(TableWriter::fits).orElse(true);
        return fits ? Optional.empty() : Optional.of("value_out_of_range");
    }
}
