package org.fazhi.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.indicators.CheckResult;
import org.fazhi.reading.indicators.CodedFigure;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Section;
import org.fazhi.reading.reason.Reason;
import org.fazhi.reading.repair.RepairedText;
import org.fazhi.reading.strip.StrippedPage;
import org.fazhi.text.Span;

/** Writes what the stages found as facts, each with its place in the harvested and in the repaired text. */
final class FactMapper {

    /** Footnote marks, which are no digits of the number they stand at. */
    private static final Pattern SMALL_DIGITS = Pattern.compile("[⁰¹²³⁴-⁹₀-₉]");

    private final StrippedPage stripped;
    private final RepairedText repaired;
    private final Outline outline;

    FactMapper(StrippedPage stripped, RepairedText repaired, Outline outline) {
        this.stripped = stripped;
        this.repaired = repaired;
        this.outline = outline;
    }

    List<DocumentFacts.SectionFact> sections() {
        return outline.sections().stream()
                .map(section -> new DocumentFacts.SectionFact(
                        section.ordinal(),
                        section.parent(),
                        section.level(),
                        section.number(),
                        section.heading(),
                        section.role().code(),
                        repaired.map().toOriginal(section.span()),
                        section.span()))
                .toList();
    }

    List<DocumentFacts.FigureFact> figures(List<CodedFigure> coded, Map<Integer, String> verified) {
        return coded.stream().map(figure -> figure(figure, verified)).toList();
    }

    private DocumentFacts.FigureFact figure(CodedFigure coded, Map<Integer, String> verified) {
        Figure figure = coded.figure();
        Span original = repaired.map().toOriginal(figure.span());
        String raw = original.of(stripped.text());
        Optional<Section> section = outline.sectionAt(figure.span().start());
        return new DocumentFacts.FigureFact(
                figure.ordinal(),
                section.map(found -> OptionalInt.of(found.ordinal())).orElse(OptionalInt.empty()),
                section.map(found -> found.role().code()).orElse("other"),
                raw,
                figure.value(),
                figure.valueHigh(),
                figure.unit(),
                figure.qualifier().code(),
                figure.change().map(change -> change.code()),
                figure.tense().code(),
                figure.asOf().map(Object::toString),
                coded.code(),
                coded.rule(),
                coded.confidence(),
                figure.sentence().of(outline.text()),
                original,
                figure.span(),
                Optional.ofNullable(verified.get(figure.ordinal())),
                sameNumber(raw, figure.span().of(outline.text()))
                        ? Optional.empty()
                        : Optional.of(Reason.SPAN_MISMATCH.code()));
    }

    /** The harvested characters must hold the very digits that were read; a map that leads elsewhere is caught here. */
    private static boolean sameNumber(String raw, String read) {
        return !raw.isBlank() && (raw.equals(read) || digits(raw).equals(digits(read)));
    }

    private static String digits(String text) {
        String plain = SMALL_DIGITS.matcher(text).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .replaceAll("[﹒・·]", ".")
                .replaceAll("[^0-9.]", "");
    }

    static DocumentFacts.CheckFact check(CheckResult check) {
        return new DocumentFacts.CheckFact(
                check.check(), check.status().code(), check.stated(), check.computed(), check.figures());
    }

    List<DocumentFacts.RepairFact> repairs() {
        Stream<DocumentFacts.RepairFact> ocr = stripped.container().equals(ReportReader.OCR)
                ? Stream.of(new DocumentFacts.RepairFact(
                        ReportReader.OCR,
                        new Span(0, stripped.text().length()),
                        new Span(0, repaired.text().length()),
                        "",
                        ""))
                : Stream.empty();
        return Stream.concat(
                        ocr,
                        repaired.repairs().stream()
                                .map(repair -> new DocumentFacts.RepairFact(
                                        repair.rule(),
                                        repair.original(),
                                        repair.repaired(),
                                        repair.before(),
                                        repair.after())))
                .toList();
    }
}
