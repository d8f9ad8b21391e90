package org.fazhi.warehouse.load;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.Detail;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.DocumentFacts.PartFact;
import org.fazhi.reading.DocumentFacts.RepairFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;
import org.fazhi.text.Span;
import org.fazhi.warehouse.review.Review;
import org.fazhi.warehouse.review.ReviewDesk;
import org.fazhi.warehouse.review.ReviewedFacts;
import org.fazhi.warehouse.store.TableWriter;

/**
 * Writes extracts into the document tables. Counts what it reads by itself, so that an audit can hold the tables against
 * the counts: read = loaded + quarantined + ignored.
 */
final class DocumentWriter implements AutoCloseable {

    private static final String DAY = "a day such as 2025-01-20";

    private final Issuers issuers;
    private final Map<String, TableWriter> tables = new LinkedHashMap<>();
    private final LoadTally extractTally = new LoadTally();
    private final LoadTally figureTally = new LoadTally();

    private final ReviewDesk reviews;
    private final Unloadable unloadable;
    private final CaptureTally captures;

    DocumentWriter(
            DuckDBConnection connection,
            Issuers issuers,
            ReviewDesk reviews,
            Unloadable unloadable,
            CaptureTally captures)
            throws SQLException {
        this.unloadable = unloadable;
        this.captures = captures;
        this.issuers = issuers;
        this.reviews = reviews;
        for (String table : Loader.DOCUMENT_TABLES) {
            tables.put(table, new TableWriter(connection, table));
        }
    }

    /** One extract that becomes a version of a document, and the code points of its two texts. */
    private record Item(
            Extract extract,
            ReviewedFacts reviewed,
            String document,
            ReadingPlan.Decision.Version decision,
            FactsGate.Texts texts) {

        int version() {
            return decision.number();
        }

        DocumentFacts facts() {
            return reviewed.facts();
        }
    }

    long extracts() {
        return extractTally.read();
    }

    void write(Extract extract, Optional<Source> source, ReadingPlan plan) throws SQLException {
        extractTally.countRead();
        String document = DocumentIds.document(extract.url());
        Optional<FactsGate.Fault> unfit = unloadable.of(extract).or(() -> FactsGate.fault(extract));
        if (unfit.isPresent()) {
            quarantine(extract, document, unfit.get());
            return;
        }
        String issuer = issuer(extract, source);
        Optional<Review> notAReport = reviews.notAReport(extract.url(), issuer, extract.facts());
        notAReport.ifPresent(review -> reviews.leftOut(review, document));
        if (extract.outcome() == Extract.Outcome.IGNORED) {
            extractTally.countIgnored();
            writeReading(
                    extract,
                    document,
                    Extract.Outcome.IGNORED,
                    extract.reason(),
                    detail(extract),
                    OptionalInt.empty(),
                    new LoadTally());
            return;
        }
        if (notAReport.isPresent()) {
            extractTally.countIgnored();
            writeReading(
                    extract,
                    document,
                    Extract.Outcome.IGNORED,
                    ReviewedFacts.REVIEWED,
                    notAReport.get().note(),
                    OptionalInt.empty(),
                    new LoadTally());
            return;
        }
        Optional<FactsGate.Texts> texts = extract.facts().flatMap(FactsGate.Texts::of);
        Optional<FactsGate.Fault> fault = fault(extract, texts);
        if (fault.isPresent()) {
            quarantine(extract, document, fault.get());
            return;
        }
        ReadingPlan.Decision decision = plan.take(extract);
        if (decision instanceof ReadingPlan.Decision.Ignored ignored) {
            extractTally.countIgnored();
            writeReading(
                    extract,
                    document,
                    Extract.Outcome.IGNORED,
                    ignored.reason().code(),
                    "",
                    OptionalInt.empty(),
                    new LoadTally());
        } else if (decision instanceof ReadingPlan.Decision.Version version) {
            extractTally.countLoaded();
            ReviewedFacts reviewed = reviews.review(
                    extract.url(),
                    issuer,
                    extract.facts().orElseThrow(),
                    new ReviewDesk.Version(document, version.number(), version.isCurrent()));
            Item item = new Item(extract, reviewed, document, version, texts.orElseThrow());
            writeVersion(item, source);
        }
    }

    private void quarantine(Extract extract, String document, FactsGate.Fault why) throws SQLException {
        extractTally.countQuarantined();
        writeReading(
                extract,
                document,
                Extract.Outcome.QUARANTINED,
                why.reason(),
                why.detail(),
                OptionalInt.empty(),
                new LoadTally());
        writeQuarantine("document", extract, document, OptionalInt.empty(), OptionalInt.empty(), why);
    }

    /** The issuer as the page has it, or else its source. */
    static String issuer(Extract extract, Optional<Source> source) {
        return extract.facts()
                .map(DocumentFacts::issuer)
                .filter(issuer -> !issuer.isBlank())
                .or(() -> source.map(Source::publisher))
                .orElse("");
    }

    private static Optional<FactsGate.Fault> fault(Extract extract, Optional<FactsGate.Texts> texts) {
        if (extract.outcome() == Extract.Outcome.QUARANTINED) {
            return Optional.of(new FactsGate.Fault(extract.reason(), detail(extract)));
        }
        return extract.facts()
                .map(facts -> FactsGate.fault(facts, texts))
                .orElseGet(() -> Optional.of(new FactsGate.Fault(
                        Reason.NO_FACTS, "expected facts of what was read, got an extract without any")));
    }

    private static String detail(Extract extract) {
        return extract.detail().orElse("");
    }

    private void writeVersion(Item item, Optional<Source> source) throws SQLException {
        writeDocument(item, source);
        DocumentFacts facts = item.facts();
        boolean isRepaired = !facts.repairedText().equals(facts.text());
        row("document_text", item)
                .text("text", facts.text())
                .text("repaired_text", isRepaired ? Optional.of(facts.repairedText()) : Optional.empty())
                .end();
        for (SectionFact section : facts.sections()) {
            writeSection(item, section);
        }
        LoadTally figures = new LoadTally();
        for (FigureFact figure : facts.figures()) {
            figures.countRead();
            figureTally.countRead();
            Optional<FactsGate.Fault> fault = FactsGate.fault(figure, facts, item.texts());
            if (fault.isPresent()) {
                figures.countQuarantined();
                figureTally.countQuarantined();
                writeQuarantine(item, "figure", OptionalInt.of(figure.ordinal()), fault.get());
            } else {
                figures.countLoaded();
                figureTally.countLoaded();
                writeFigure(item, figure);
            }
        }
        int ordinal = 0;
        for (CheckFact check : facts.checks()) {
            writeCheck(item, ordinal++, check);
        }
        ordinal = 0;
        for (RepairFact repair : facts.repairs()) {
            TableWriter row =
                    row("fact_repair", item).integer("ordinal", ordinal++).text("rule", repair.rule());
            spans(item, row, repair.span(), repair.repairedSpan());
            row.text("before", repair.before()).text("after", repair.after()).end();
        }
        for (PartFact part : facts.parts()) {
            row("fact_part", item)
                    .text("part", part.part())
                    .flag("is_present", part.isPresent())
                    .end();
        }
        writeReading(
                item.extract(),
                item.document(),
                Extract.Outcome.LOADED,
                "",
                "",
                OptionalInt.of(item.version()),
                figures);
    }

    private void writeDocument(Item item, Optional<Source> source) throws SQLException {
        DocumentFacts facts = item.facts();
        Extract extract = item.extract();
        Optional<String> region = field(
                        item, "region_code", "six digits", facts.regionCode(), DocumentWriter::regionCode)
                .or(() -> source.map(Source::region));
        Optional<LocalDate> written = field(item, "written_date", DAY, facts.writtenDate(), DocumentWriter::day);
        Optional<LocalDate> published = field(item, "published_date", DAY, facts.publishedDate(), DocumentWriter::day);
        Optional<LocalDate> otherPublished =
                field(item, "published_date", DAY, facts.otherPublishedDate(), DocumentWriter::day);
        String issuer = facts.issuer();
        List<Review> corrections = item.reviewed().corrections();
        boolean isKindReviewed = corrections.stream().anyMatch(Review::isOfIssuerKind);
        Optional<IssuingBody> body = issuers.of(issuer, facts, region, source, isKindReviewed);
        row("dim_document", item)
                .flag("is_current", item.decision().isCurrent())
                .text("same_as", item.decision().sameAs())
                .date("withdrawn_on", item.decision().withdrawnOn())
                .text("source_id", extract.sourceId())
                // A report posted elsewhere belongs where the body is that its name surely means; one of a place that
                // no table has belongs nowhere.
                .text("region_code", body.flatMap(IssuingBody::region))
                .text("issuer", issuer)
                .text("issuer_kind", facts.issuerKind())
                .text("report_kind", facts.reportKind())
                .integer(
                        "report_year",
                        facts.reportYear() > 0 ? OptionalInt.of(facts.reportYear()) : OptionalInt.empty())
                .text("title", facts.title())
                .text("document_number", facts.documentNumber())
                .text("index_number", facts.indexNumber())
                .date("written_date", written)
                .date("published_date", published)
                .text("published_date_basis", published.flatMap(day -> facts.publishedDateBasis()))
                .date("other_published_date", otherPublished)
                .text("url", extract.url())
                .instant("fetched_at", extract.fetchedAt())
                .text("payload_digest", extract.payloadDigest())
                .text("issuer_key", body.map(IssuingBody::key))
                .text("reviewed_by", joined(corrections, Review::by))
                .text("review_note", joined(corrections, Review::note))
                .end();
    }

    /** What several people say of one document; empty where nobody does. */
    private static Optional<String> joined(List<Review> reviews, Function<Review, String> part) {
        return reviews.isEmpty()
                ? Optional.empty()
                : Optional.of(reviews.stream().map(part).distinct().collect(Collectors.joining("; ")));
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        refuseYear(day.getYear(), text);
        return day;
    }

    private static String month(String text) {
        YearMonth month = YearMonth.parse(text);
        refuseYear(month.getYear(), text);
        return month.toString();
    }

    private static void refuseYear(int year, String text) {
        if (year < FactsGate.FIRST_YEAR || year > FactsGate.LAST_YEAR) {
            throw new DateTimeException(text);
        }
    }

    private static String regionCode(String code) {
        if (!code.matches("[0-9]{6}")) {
            throw new DateTimeException(code);
        }
        return code;
    }

    /**
     * A field as its column wants it; a value that is none is quarantined and the field is left empty. Java's own message
     * is not written down: it names the parts of a date in an order that no two runs share.
     */
    private <T> Optional<T> field(
            Item item, String name, String expected, Optional<String> value, Function<String, T> reader)
            throws SQLException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.get()));
        } catch (DateTimeException e) {
            FactsGate.Fault fault = new FactsGate.Fault(
                    Reason.badField(name), name + ": expected " + expected + ", got " + value.get());
            writeQuarantine(item, "field", OptionalInt.empty(), fault);
            return Optional.empty();
        }
    }

    private void writeSection(Item item, SectionFact section) throws SQLException {
        OptionalInt parent = section.parent();
        TableWriter row = row("fact_section", item)
                .text("section_id", sectionId(item, section.ordinal()))
                .text(
                        "parent_section_id",
                        parent.isPresent() ? Optional.of(sectionId(item, parent.getAsInt())) : Optional.empty())
                .integer("ordinal", section.ordinal())
                .integer("level", section.level())
                .text("number", section.number())
                .text("heading", section.heading())
                .text("role", section.role());
        spans(item, row, section.span(), section.repairedSpan());
        row.end();
    }

    private void writeFigure(Item item, FigureFact figure) throws SQLException {
        OptionalInt section = figure.section();
        Optional<String> asOf = field(item, "as_of", "a month such as 2024-06", figure.asOf(), DocumentWriter::month);
        Optional<Review> review = Optional.ofNullable(item.reviewed().figures().get(figure.ordinal()));
        TableWriter row = row("fact_figure", item)
                .text("figure_id", figureId(item, figure.ordinal()))
                .text(
                        "section_id",
                        section.isPresent() ? Optional.of(sectionId(item, section.getAsInt())) : Optional.empty())
                .text("section_role", figure.sectionRole())
                .integer("ordinal", figure.ordinal())
                .text("raw", figure.raw())
                .value("value", figure.value())
                .value("value_high", figure.valueHigh())
                .text("unit", figure.unit())
                .text("qualifier", figure.qualifier())
                .text("change", figure.change())
                .text("tense", figure.tense())
                .text("as_of", asOf)
                .text("indicator_code", figure.code())
                .text("rule", figure.rule())
                .number("confidence", figure.confidence())
                .text("sentence", figure.sentence())
                .text("verified_by", figure.verifiedBy())
                .text("reviewed_by", review.map(Review::by))
                .text("review_note", review.map(Review::note));
        spans(item, row, figure.span(), figure.repairedSpan());
        row.end();
    }

    private void writeCheck(Item item, int ordinal, CheckFact check) throws SQLException {
        row("fact_check", item)
                .integer("ordinal", ordinal)
                .text("check_name", check.check())
                .text("status", check.status())
                .text("stated", check.stated())
                .text("computed", check.computed())
                .texts(
                        "figure_ids",
                        check.figures().stream()
                                .map(figure -> figureId(item, figure))
                                .toList())
                .end();
    }

    private static void spans(Item item, TableWriter row, Span span, Span repaired) throws SQLException {
        row.integer("span_start", item.texts().text().convert(span.start()))
                .integer("span_end", item.texts().text().convert(span.end()))
                .integer("repaired_start", item.texts().repaired().convert(repaired.start()))
                .integer("repaired_end", item.texts().repaired().convert(repaired.end()));
    }

    private void writeReading(
            Extract extract,
            String document,
            Extract.Outcome outcome,
            String reason,
            String detail,
            OptionalInt version,
            LoadTally figures)
            throws SQLException {
        captures.count(extract, outcome);
        table("fact_reading")
                .row()
                .text("source_id", extract.sourceId())
                .text("url", extract.url())
                .text("document_id", document)
                .text("payload_digest", extract.payloadDigest())
                .instant("fetched_at", TableWriter.nearest(extract.fetchedAt()))
                .text("outcome", outcome.code())
                .text("reason", reason.isEmpty() ? Optional.empty() : Optional.of(reason))
                .integer("version", version)
                .integer("figure_read_count", (int) figures.read())
                .integer("figure_loaded_count", (int) figures.loaded())
                .integer("figure_quarantined_count", (int) figures.quarantined())
                .text("detail", Optional.of(Detail.of(detail)).filter(text -> !text.isEmpty()))
                .end();
    }

    private void writeQuarantine(Item item, String scope, OptionalInt ordinal, FactsGate.Fault fault)
            throws SQLException {
        writeQuarantine(scope, item.extract(), item.document(), OptionalInt.of(item.version()), ordinal, fault);
    }

    private void writeQuarantine(
            String scope,
            Extract extract,
            String document,
            OptionalInt version,
            OptionalInt ordinal,
            FactsGate.Fault fault)
            throws SQLException {
        table("quarantine")
                .row()
                .text("scope", scope)
                .text("source_id", extract.sourceId())
                .text("document_id", document)
                .integer("version", version)
                .integer("ordinal", ordinal)
                .text("url", extract.url())
                .text("reason", fault.reason())
                .text("detail", Detail.of(fault.detail()))
                .end();
    }

    /** Writes the counts and hands all rows to the transaction. */
    void finish() throws SQLException {
        writeTally("extract", extractTally);
        writeTally("figure", figureTally);
        if (captures.tally().read() > 0) {
            writeTally("capture", captures.tally());
        }
        for (TableWriter writer : tables.values()) {
            writer.flush();
        }
    }

    private void writeTally(String thing, LoadTally tally) throws SQLException {
        table("load_count")
                .row()
                .text("thing", thing)
                .bigint("read_count", tally.read())
                .bigint("loaded_count", tally.loaded())
                .bigint("quarantined_count", tally.quarantined())
                .bigint("ignored_count", tally.ignored())
                .end();
    }

    /** A row about one version of a document. */
    private TableWriter row(String table, Item item) {
        return table(table).row().text("document_id", item.document()).integer("version", item.version());
    }

    private TableWriter table(String name) {
        TableWriter writer = tables.get(name);
        if (writer == null) {
            throw new IllegalArgumentException("expected one of " + tables.keySet() + ", got " + name);
        }
        return writer;
    }

    private static String sectionId(Item item, int ordinal) {
        return DocumentIds.section(item.document(), item.version(), ordinal);
    }

    private static String figureId(Item item, int ordinal) {
        return DocumentIds.figure(item.document(), item.version(), ordinal);
    }

    @Override
    public void close() throws SQLException {
        for (TableWriter writer : tables.values()) {
            writer.close();
        }
    }
}
