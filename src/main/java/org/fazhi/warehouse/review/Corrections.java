package org.fazhi.warehouse.review;

import java.util.List;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;

/** Facts of a document with what was put right. */
final class Corrections {

    private Corrections() {}

    /** @param issuer as the page or else its source has it */
    static DocumentFacts apply(DocumentFacts read, String issuer, List<Review> corrections) {
        DocumentFacts facts = with(read, issuer, read.issuerKind(), read.reportYear(), read.figures());
        for (Review review : corrections) {
            String right = review.verdict().correction().orElseThrow();
            facts = switch (review.verdict().kind()) {
                case ISSUER -> with(facts, right, facts.issuerKind(), facts.reportYear(), facts.figures());
                case ISSUER_KIND -> with(facts, facts.issuer(), right, facts.reportYear(), facts.figures());
                case REPORT_YEAR ->
                    with(facts, facts.issuer(), facts.issuerKind(), Integer.parseInt(right), facts.figures());
                case CODE, VALUE, NO_FIGURE, CONFIRMED, NOT_A_REPORT -> facts;
            };
        }
        return facts;
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
