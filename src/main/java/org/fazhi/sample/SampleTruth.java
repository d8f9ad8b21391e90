package org.fazhi.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a faultless harvest of the sample finds, straight from the tables; the pages are not read. */
public final class SampleTruth {

    private static final Pattern HEADING =
            Pattern.compile("([一二三四五六七八九十]+(?=、)|（[一二三四五六七八九十]+）|[0-9]+(?=\\.))[、.]?(.+?)。?");

    private final FactTable facts;
    private final List<Article> articles;

    private SampleTruth(FactTable facts) {
        this.facts = facts;
        Articles columns = new Articles(facts);
        this.articles = facts.bodies().stream()
                .flatMap(body -> columns.of(body).stream())
                .toList();
    }

    public static SampleTruth read() {
        return new SampleTruth(FactTable.read());
    }

    /** A row of {@code mart_observation}; mentions of one report that say the same are one row. */
    public record Observation(
            String regionCode,
            String issuerKind,
            int reportYear,
            String indicatorCode,
            String unit,
            BigDecimal value,
            String qualifier,
            Optional<String> asOf,
            int mentionCount) {}

    /** A heading; number as written (一, （一）, 1), heading without it and without its full stop. */
    public record Section(int level, String number, String heading) {}

    /**
     * A document that can be read.
     *
     * @param figures all figures of its text, in the order of the table
     * @param sections in the order of the text
     * @param isMisprinted whether a rate is stated that its counts contradict
     */
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
            List<Fact> figures,
            List<Section> sections,
            boolean isMisprinted) {}

    /**
     * What a harvester meets for one report owed.
     *
     * @param publishedDate where the report can be read; a bureau's is late after 1 March, a government's
     *     after 1 April (厅字〔2019〕28号)
     * @param state {@code published}, {@code redirected}, {@code missing}, {@code gone}, {@code soft_404}, {@code denied} or
     *     {@code blocked}
     */
    public record Coverage(
            String sourceId,
            String regionCode,
            String issuerKind,
            int reportYear,
            String state,
            Optional<LocalDate> publishedDate,
            Optional<String> path) {}

    /** A row of a list that is no report wanted; kind as in {@code lookalikes.yml}. */
    public record LookAlike(String sourceId, String kind, String title, String path) {}

    /** One a region, issuer kind, year and indicator, of the reports that can be read. */
    public List<Observation> observations() {
        List<Observation> observations = new ArrayList<>();
        for (Report report : readable()) {
            Map<String, List<Fact>> mentions = new LinkedHashMap<>();
            report.facts().stream()
                    .filter(Fact::isObservation)
                    .forEach(fact -> mentions.computeIfAbsent(fact.name(), code -> new ArrayList<>())
                            .add(fact));
            mentions.forEach((code, facts) -> observations.add(observation(report, code, facts)));
        }
        return observations;
    }

    private static Observation observation(Report report, String code, List<Fact> mentions) {
        Fact fact = mentions.get(0);
        return new Observation(
                report.body().regionCode(),
                report.body().issuerKind(),
                report.year(),
                code,
                fact.unit(),
                fact.value(),
                fact.qualifier(),
                fact.asOf(),
                mentions.size());
    }

    public List<Document> documents() {
        ReportText text = new ReportText(Sentences.read());
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
                        report.facts(),
                        sections(text.lines(report)),
                        report.isMisprinted()))
                .toList();
    }

    private static List<Section> sections(List<ReportLine> lines) {
        List<Section> sections = new ArrayList<>();
        for (ReportLine line : lines) {
            Matcher heading = HEADING.matcher(line.text().substring(0, line.headingEnd()));
            if (heading.matches()) {
                sections.add(new Section(line.level(), heading.group(1), heading.group(2)));
            }
        }
        return sections;
    }

    /** Every report owed, 24 bodies by 3 years. */
    public List<Coverage> coverage() {
        List<Coverage> coverage = new ArrayList<>();
        for (Article article : articles) {
            article.report()
                    .ifPresent(report -> coverage.add(coverage(
                            report.bodyYear(),
                            report.state().code(),
                            Optional.of(article.published())
                                    .filter(date -> report.state().isReadable()),
                            Optional.of(article.path()))));
        }
        facts.absences()
                .forEach(absence -> coverage.add(coverage(absence, "missing", Optional.empty(), Optional.empty())));
        return coverage;
    }

    private static Coverage coverage(
            BodyYear owed, String state, Optional<LocalDate> published, Optional<String> path) {
        Body body = owed.body();
        return new Coverage(body.sourceId(), body.regionCode(), body.issuerKind(), owed.year(), state, published, path);
    }

    public List<LookAlike> lookAlikes() {
        return articles.stream()
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
