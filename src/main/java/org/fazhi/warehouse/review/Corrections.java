package org.fazhi.warehouse.review;

import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.IssuerName;

/** Facts of a document with what was put right. */
final class Corrections {

    private Corrections() {}

    /**
     * A body that is put right is of the kind that its name says, unless a person says that of it too.
     *
     * @param issuer as the page or else its source has it
     */
    static DocumentFacts apply(DocumentFacts read, String issuer, List<Review> corrections) {
        Optional<String> body = said(corrections, Verdict.Kind.ISSUER);
        String kind = said(corrections, Verdict.Kind.ISSUER_KIND)
                .or(() -> body.flatMap(IssuerName::kindOf).map(IssuerKind::code))
                .orElse(read.issuerKind());
        int year = said(corrections, Verdict.Kind.REPORT_YEAR)
                .map(Integer::valueOf)
                .orElse(read.reportYear());
        return with(read, body.orElse(issuer), kind, year, read.figures());
    }

    /** What was said, by the first of several that say so. */
    private static Optional<String> said(List<Review> corrections, Verdict.Kind kind) {
        return corrections.stream()
                .map(Review::verdict)
                .filter(verdict -> verdict.kind() == kind)
                .map(verdict -> verdict.correction().orElseThrow())
                .findFirst();
    }

    /** With the figures as they are held to be, and with the checks that this leaves standing. */
    static DocumentFacts withFigures(DocumentFacts facts, List<FigureFact> figures) {
        ReviewedChecks checks = new ReviewedChecks(facts.checks(), facts.figures(), figures);
        return with(
                facts,
                facts.issuer(),
                facts.issuerKind(),
                facts.reportYear(),
                figures.stream().map(checks::figure).toList(),
                facts.checks().stream().map(checks::check).toList());
    }

    private static DocumentFacts with(
            DocumentFacts facts, String issuer, String issuerKind, int reportYear, List<FigureFact> figures) {
        return with(facts, issuer, issuerKind, reportYear, figures, facts.checks());
    }

    private static DocumentFacts with(
            DocumentFacts facts,
            String issuer,
            String issuerKind,
            int reportYear,
            List<FigureFact> figures,
            List<CheckFact> checks) {
        return new DocumentFacts(
                facts.regionCode(),
                issuer,
                issuerKind,
                facts.reportKind(),
                reportYear,
                facts.title(),
                facts.documentNumber(),
                facts.indexNumber(),
                facts.writtenDate(),
                facts.publishedDate(),
                facts.publishedDateBasis(),
                facts.otherPublishedDate(),
                facts.text(),
                facts.repairedText(),
                facts.sections(),
                figures,
                checks,
                facts.repairs(),
                facts.parts());
    }
}
