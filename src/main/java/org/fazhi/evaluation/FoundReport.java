package org.fazhi.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fazhi.reading.DocumentFacts;

/**
 * What was found in one report, in the terms of the labels.
 *
 * @param metadata field name of the labels to the value found; a field that was not found is absent
 * @param misplaced raw texts that do not stand at their span in the harvested text
 */
public record FoundReport(
        Map<String, String> metadata, List<Section> sections, List<Figure> figures, List<String> misplaced) {

    /** The metadata fields that are scored, in the order they are printed. */
    public static final List<String> METADATA_FIELDS = List.of(
            "title",
            "issuer",
            "issuer_kind",
            "report_year",
            "document_number",
            "index_number",
            "written_date",
            "published_date");

    /** Of a report that could not be read. */
    public static final FoundReport NOTHING = new FoundReport(Map.of(), List.of(), List.of(), List.of());

    public FoundReport {
        metadata = Map.copyOf(metadata);
        sections = List.copyOf(sections);
        figures = List.copyOf(figures);
        misplaced = List.copyOf(misplaced);
    }

    /** A section as labels know it. */
    public record Section(int level, String number, String heading) {}

    /**
     * A figure as labels know it; absent {@code change} and {@code code} are empty.
     *
     * @param confidence in the code, 0 to 1; empty where the source tells none
     */
    public record Figure(
            String raw,
            BigDecimal value,
            String unit,
            String qualifier,
            Optional<String> change,
            String tense,
            Optional<String> code,
            String sentence,
            OptionalDouble confidence) {

        /** Of a source that tells no confidence. */
        public Figure(
                String raw,
                BigDecimal value,
                String unit,
                String qualifier,
                Optional<String> change,
                String tense,
                Optional<String> code,
                String sentence) {
            this(raw, value, unit, qualifier, change, tense, code, sentence, OptionalDouble.empty());
        }
    }

    public static FoundReport of(DocumentFacts facts) {
        Map<String, String> metadata = new TreeMap<>();
        facts.title().ifPresent(value -> metadata.put("title", value));
        metadata.put("issuer", facts.issuer());
        metadata.put("issuer_kind", facts.issuerKind());
        metadata.put("report_year", Integer.toString(facts.reportYear()));
        facts.documentNumber().ifPresent(value -> metadata.put("document_number", value));
        facts.indexNumber().ifPresent(value -> metadata.put("index_number", value));
        facts.writtenDate().ifPresent(value -> metadata.put("written_date", value));
        facts.publishedDate().ifPresent(value -> metadata.put("published_date", value));
        return new FoundReport(
                metadata,
                facts.sections().stream()
                        .map(section -> new Section(section.level(), section.number(), section.heading()))
                        .toList(),
                facts.figures().stream()
                        .filter(figure -> figure.quarantine().isEmpty())
                        .map(figure -> new Figure(
                                figure.raw(),
                                figure.value(),
                                figure.unit(),
                                figure.qualifier(),
                                figure.change(),
                                figure.tense(),
                                figure.code(),
                                figure.sentence(),
                                OptionalDouble.of(figure.confidence())))
                        .toList(),
                facts.figures().stream()
                        .filter(figure -> figure.span().end() > facts.text().length()
                                || !figure.span().of(facts.text()).equals(figure.raw()))
                        .map(DocumentFacts.FigureFact::raw)
                        .toList());
    }
}
