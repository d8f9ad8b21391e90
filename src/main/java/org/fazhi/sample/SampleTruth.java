package org.fazhi.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a faultless harvest of the sample finds, straight from the tables; the pages are not read. */
public final class SampleTruth {

    private final FactTable facts;

    private SampleTruth(FactTable facts) {
        this.facts = facts;
    }

    public static SampleTruth read() {
        return new SampleTruth(FactTable.read());
    }

    /** A row of {@code mart_observation}. */
    public record Observation(
            String regionCode,
            String issuerKind,
            int reportYear,
            String indicatorCode,
            String unit,
            BigDecimal value,
            String qualifier,
            Optional<String> asOf) {}

    /** A document that can be read, with its metadata and all its figures in no order. */
    public record Document(
            String sourceId,
            String regionCode,
            String issuerKind,
            int reportYear,
            String issuer,
            String title,
            Optional<String> documentNumber,
            String indexNumber,
            LocalDate writtenDate,
            LocalDate publishedDate,
            List<Fact> figures) {}

    /**
     * What a harvester meets for one report owed.
     *
     * @param state {@code published}, {@code redirected}, {@code missing}, {@code gone}, {@code soft_404}, {@code denied} or
     *     {@code blocked}
     */
    public record Coverage(
            String sourceId,
            String regionCode,
            String issuerKind,
            int reportYear,
            String state,
            Optional<String> path) {}

    /** A row of a list that is no report wanted; kind as in {@code lookalikes.yml}. */
    public record LookAlike(String sourceId, String kind, String title, String path) {}

    /** One a region, issuer kind, year and indicator, of the reports that can be read. */
    public List<Observation> observations() {
        List<Observation> observations = new ArrayList<>();
        for (Report report : readable()) {
            for (Fact fact : report.facts()) {
                fact.indicatorCode()
                        .filter(code -> fact.isObservation())
                        .ifPresent(code -> observations.add(new Observation(
                                report.body().regionCode(),
                                report.body().issuerKind(),
                                report.year(),
                                code,
                                fact.unit(),
                                fact.value(),
                                fact.qualifier(),
                                fact.asOf())));
            }
        }
        return observations;
    }

    public List<Document> documents() {
        return readable().stream()
                .map(report -> new Document(
                        report.body().sourceId(),
                        report.body().regionCode(),
                        report.body().issuerKind(),
                        report.year(),
                        report.body().publisher(),
                        report.title(),
                        report.documentNumber(),
                        report.indexNumber(),
                        report.written(),
                        report.published(),
                        report.facts()))
                .toList();
    }

    /** Every report owed, 24 bodies by 3 years. */
    public List<Coverage> coverage() {
        Articles articles = new Articles(facts);
        List<Coverage> coverage = new ArrayList<>();
        for (Body body : facts.bodies()) {
            for (Article article : articles.of(body)) {
                article.report()
                        .ifPresent(report -> coverage.add(
                                coverage(report.bodyYear(), report.state().code(), Optional.of(article.path()))));
            }
        }
        facts.absences().forEach(absence -> coverage.add(coverage(absence, "missing", Optional.empty())));
        return coverage;
    }

    private static Coverage coverage(BodyYear owed, String state, Optional<String> path) {
        Body body = owed.body();
        return new Coverage(body.sourceId(), body.regionCode(), body.issuerKind(), owed.year(), state, path);
    }

    public List<LookAlike> lookAlikes() {
        Articles articles = new Articles(facts);
        return facts.bodies().stream()
                .flatMap(body -> articles.of(body).stream())
                .filter(article -> !article.isReport())
                .map(article ->
                        new LookAlike(article.body().sourceId(), article.kind(), article.title(), article.path()))
                .toList();
    }

    private List<Report> readable() {
        return facts.reports().stream()
                .filter(report -> report.state().isReadable())
                .toList();
    }
}
