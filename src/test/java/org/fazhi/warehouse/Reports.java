package org.fazhi.warehouse;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.ReportKind;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.DocumentFacts.PartFact;
import org.fazhi.reading.DocumentFacts.RepairFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.Extract;
import org.fazhi.text.Span;

/** Writes reports of fictional counties, and reads them as the stages before would have. */
public final class Reports {

    public static final Instant FETCHED = Instant.parse("2026-01-10T18:00:00Z");

    private Reports() {}

    public static Source source(String id, String publisher, String region, IssuerKind kind, int since) {
        return new Source(
                id,
                publisher,
                region,
                kind,
                ReportKind.RULE_OF_LAW,
                List.of(new Source.Listing(URI.create("http://" + id + ".example/"), Optional.empty())),
                List.of(),
                Pattern.compile(Source.DEFAULT_TITLE),
                since,
                Duration.ofSeconds(1),
                false,
                Path.of("jobs/sample/" + id + ".yml"));
    }

    public static Report report(String region, String issuer, String issuerKind, int year) {
        return new Report(region, issuer, issuerKind, year);
    }

    /** One report, written sentence by sentence. */
    public static final class Report {
        private final String region;
        private final String issuer;
        private final String issuerKind;
        private final int year;
        private final StringBuilder text = new StringBuilder();
        private final List<FigureFact> figures = new ArrayList<>();
        private final List<CheckFact> checks = new ArrayList<>();
        private final List<PartFact> parts = new ArrayList<>();
        private Optional<String> published = Optional.empty();
        private String publishedBy = "page";
        private Optional<String> otherPublished = Optional.empty();
        private Optional<String> title;
        private String repairedPrefix = "";

        private Report(String region, String issuer, String issuerKind, int year) {
            this.region = region;
            this.issuer = issuer;
            this.issuerKind = issuerKind;
            this.year = year;
            this.title = Optional.of(issuer + year + "年法治政府建设年度报告");
        }

        public Report published(String date) {
            published = Optional.of(date);
            return this;
        }

        public Report titled(String words) {
            title = Optional.of(words);
            return this;
        }

        public Report prose(String words) {
            text.append(words);
            return this;
        }

        /** Makes the repaired text longer by a prefix, so that its spans differ from those of the stripped text. */
        public Report repairedWith(String prefix) {
            repairedPrefix = prefix;
            return this;
        }

        public Report figure(String before, String raw, String value, String unit, String code) {
            return figure(before, raw, value, unit, figure -> figure.code = Optional.ofNullable(code));
        }

        public Report figure(
                String before, String raw, String value, String unit, java.util.function.Consumer<FigureDraft> more) {
            FigureDraft draft = new FigureDraft();
            more.accept(draft);
            text.append(before);
            Span span = new Span(text.length(), text.length() + raw.length());
            text.append(raw).append('。');
            figures.add(new FigureFact(
                    figures.size(),
                    draft.inSection ? OptionalInt.of(0) : OptionalInt.empty(),
                    draft.role,
                    draft.raw.orElse(raw),
                    new BigDecimal(value),
                    draft.valueHigh,
                    unit,
                    draft.qualifier,
                    draft.change,
                    draft.tense,
                    draft.asOf,
                    draft.code,
                    draft.code.isPresent() ? "test.rule" : "",
                    draft.confidence,
                    before + raw + "。",
                    span,
                    span,
                    draft.verifiedBy,
                    draft.quarantine));
            return this;
        }

        public Report check(String name, String status, Integer... ordinals) {
            checks.add(new CheckFact(name, status, "28.8 %", "19 / 66 = 28.79 %", List.of(ordinals)));
            return this;
        }

        public Report part(String part, boolean isPresent) {
            parts.add(new PartFact(part, isPresent));
            return this;
        }

        public DocumentFacts facts() {
            String stripped = text.toString();
            int shift = repairedPrefix.length();
            List<FigureFact> shifted = figures.stream()
                    .map(figure -> withRepairedSpan(figure, figure.span().shift(shift)))
                    .toList();
            SectionFact section = new SectionFact(
                    0,
                    OptionalInt.empty(),
                    1,
                    "一",
                    "主要做法和成效",
                    "achievements",
                    new Span(0, stripped.length()),
                    new Span(shift, shift + stripped.length()));
            List<RepairFact> repairs = shift == 0
                    ? List.of()
                    : List.of(new RepairFact("lost_glyph", new Span(0, 0), new Span(0, shift), "", repairedPrefix));
            return new DocumentFacts(
                    region.isEmpty() ? Optional.empty() : Optional.of(region),
                    issuer,
                    issuerKind,
                    "rule_of_law",
                    year,
                    title,
                    Optional.of("云政发〔" + (year + 1) + "〕3号"),
                    Optional.empty(),
                    Optional.of((year + 1) + "-01-20"),
                    published,
                    published.map(day -> publishedBy),
                    otherPublished,
                    stripped,
                    repairedPrefix + stripped,
                    List.of(section),
                    shifted,
                    checks,
                    repairs,
                    parts);
        }

        public Extract extract(String source, String url) {
            return extract(source, url, "sha256:" + url, FETCHED);
        }

        public Extract extract(String source, String url, String digest, Instant fetchedAt) {
            return new Extract(source, url, digest, fetchedAt, Extract.Outcome.LOADED, "", Optional.of(facts()));
        }

        private static FigureFact withRepairedSpan(FigureFact figure, Span repaired) {
            return new FigureFact(
                    figure.ordinal(),
                    figure.section(),
                    figure.sectionRole(),
                    figure.raw(),
                    figure.value(),
                    figure.valueHigh(),
                    figure.unit(),
                    figure.qualifier(),
                    figure.change(),
                    figure.tense(),
                    figure.asOf(),
                    figure.code(),
                    figure.rule(),
                    figure.confidence(),
                    figure.sentence(),
                    figure.span(),
                    repaired,
                    figure.verifiedBy(),
                    figure.quarantine());
        }
    }

    /** What of a figure differs from a plain exact count of the year. */
    public static final class FigureDraft {
        public boolean inSection = true;
        public String role = "achievements";
        public Optional<String> raw = Optional.empty();
        public Optional<BigDecimal> valueHigh = Optional.empty();
        public String qualifier = "exact";
        public Optional<String> change = Optional.empty();
        public String tense = "actual";
        public Optional<String> asOf = Optional.empty();
        public Optional<String> code = Optional.empty();
        public double confidence = 0.9;
        public Optional<String> verifiedBy = Optional.empty();
        public Optional<String> quarantine = Optional.empty();
    }
}
