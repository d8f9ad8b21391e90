package org.fazhi.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.text.Span;

/**
 * All that was read from one report, flat and ready to be written down: enums as their codes, dates as ISO 8601. Spans
 * are 0-based, half-open UTF-16 offsets; the warehouse converts them to code points.
 *
 * @param regionCode GB/T 2260, six digits; empty where the region is not known
 * @param issuer the body that issues the report
 * @param issuerKind code of {@link org.fazhi.harvest.source.IssuerKind}
 * @param reportKind code of {@link org.fazhi.harvest.source.ReportKind}
 * @param reportYear the year reported on; 0 where it is not known
 * @param publishedDateBasis what tells the day it was published: page, meta_tag, url, listing or update
 * @param otherPublishedDate another day that the page gives for it
 * @param text the stripped text, as harvested
 * @param repairedText the text that was read
 * @param parts which of the five prescribed parts it has
 */
public record DocumentFacts(
        Optional<String> regionCode,
        String issuer,
        String issuerKind,
        String reportKind,
        int reportYear,
        Optional<String> title,
        Optional<String> documentNumber,
        Optional<String> indexNumber,
        Optional<String> writtenDate,
        Optional<String> publishedDate,
        Optional<String> publishedDateBasis,
        Optional<String> otherPublishedDate,
        String text,
        String repairedText,
        List<SectionFact> sections,
        List<FigureFact> figures,
        List<CheckFact> checks,
        List<RepairFact> repairs,
        List<PartFact> parts) {

    /** A section; spans of the whole section with its heading. */
    public record SectionFact(
            int ordinal,
            OptionalInt parent,
            int level,
            String number,
            String heading,
            String role,
            Span span,
            Span repairedSpan) {}

    /**
     * A figure.
     *
     * @param section ordinal of the deepest section it stands in
     * @param raw the exact characters in {@link DocumentFacts#text} at {@code span}
     * @param verifiedBy name of the check that confirmed it
     * @param quarantine why it must not be published, such as {@code span_mismatch}
     */
    public record FigureFact(
            int ordinal,
            OptionalInt section,
            String sectionRole,
            String raw,
            BigDecimal value,
            Optional<BigDecimal> valueHigh,
            String unit,
            String qualifier,
            Optional<String> change,
            String tense,
            Optional<String> asOf,
            Optional<String> code,
            String rule,
            double confidence,
            String sentence,
            Span span,
            Span repairedSpan,
            Optional<String> verifiedBy,
            Optional<String> quarantine) {}

    /** A check of the report against itself. */
    public record CheckFact(String check, String status, String stated, String computed, List<Integer> figures) {}

    /** A repair; {@code span} into the stripped, {@code repairedSpan} into the repaired text. */
    public record RepairFact(String rule, Span span, Span repairedSpan, String before, String after) {}

    /** One of the prescribed parts: {@code leadership}, {@code achievements}, {@code problems}, {@code plan}, … */
    public record PartFact(String part, boolean isPresent) {}
}
