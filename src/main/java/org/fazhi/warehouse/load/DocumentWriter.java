package org.fazhi.warehouse.load;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.DocumentFacts.PartFact;
import org.fazhi.reading.DocumentFacts.RepairFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.Extract;
import org.fazhi.text.Span;
import org.fazhi.warehouse.store.TableWriter;

/**
 * Writes extracts into the document tables. Counts what it reads by itself, so that an audit can hold the tables against
 * the counts: read = loaded + quarantined + ignored.
 */
final class DocumentWriter implements AutoCloseable {

    private final Map<String, TableWriter> tables = new LinkedHashMap<>();
    private final LoadTally extractTally = new LoadTally();
    private final LoadTally figureTally = new LoadTally();

    DocumentWriter(DuckDBConnection connection) throws SQLException {
        for (String table : Loader.DOCUMENT_TABLES) {
            tables.put(table, new TableWriter(connection, table));
        }
    }

    /** One extract that becomes a version of a document, and the code points of its two texts. */
    private record Item(
            Extract extract,
            DocumentFacts facts,
            String document,
            int version,
            boolean isCurrent,
            FactsGate.Texts texts) {}

    long extracts() {
        return extractTally.read();
    }

    void write(Extract extract, Optional<Source> source, ReadingPlan plan) throws SQLException {
        extractTally.countRead();
        String document = DocumentIds.document(extract.url());
        if (extract.outcome() == Extract.Outcome.IGNORED) {
            extractTally.countIgnored();
            writeReading(extract, document, "ignored", extract.reason(), OptionalInt.empty(), new LoadTally());
            return;
        }
        Optional<FactsGate.Texts> texts = extract.facts().flatMap(FactsGate.Texts::of);
        Optional<String> fault = fault(extract, texts);
        if (fault.isPresent()) {
            extractTally.countQuarantined();
            writeReading(extract, document, "quarantined", fault.get(), OptionalInt.empty(), new LoadTally());
            writeQuarantine("document", extract, document, OptionalInt.empty(), OptionalInt.empty(), fault.get(), "");
            return;
        }
        ReadingPlan.Decision decision = plan.take(extract);
        if (decision instanceof ReadingPlan.Decision.Ignored ignored) {
            extractTally.countIgnored();
            writeReading(extract, document, "ignored", ignored.reason(), OptionalInt.empty(), new LoadTally());
        } else if (decision instanceof ReadingPlan.Decision.Version version) {
            extractTally.countLoaded();
            DocumentFacts facts = extract.facts().orElseThrow();
            Item item = new Item(extract, facts, document, version.number(), version.isCurrent(), texts.orElseThrow());
            writeVersion(item, source);
        }
    }

    private static Optional<String> fault(Extract extract, Optional<FactsGate.Texts> texts) {
        if (extract.outcome() == Extract.Outcome.QUARANTINED) {
            return Optional.of(extract.reason());
        }
        return extract.facts().map(facts -> FactsGate.fault(facts, texts)).orElse(Optional.of("no_facts"));
    }

    private void writeVersion(Item item, Optional<Source> source) throws SQLException {
        writeDocument(item, source);
        DocumentFacts facts = item.facts();
        boolean isRepaired = !facts.repairedText().equals(facts.text());
        table("document_text")
                .row()
                .text(item.document())
                .integer(item.version())
                .text(facts.text());
        table("document_text")
                .text(isRepaired ? Optional.of(facts.repairedText()) : Optional.empty())
                .end();
        for (SectionFact section : facts.sections()) {
            writeSection(item, section);
        }
        LoadTally figures = new LoadTally();
        for (FigureFact figure : facts.figures()) {
            figures.countRead();
            figureTally.countRead();
            Optional<String> fault = FactsGate.fault(figure, facts, item.texts());
            if (fault.isPresent()) {
                figures.countQuarantined();
                figureTally.countQuarantined();
                writeQuarantine(item, "figure", OptionalInt.of(figure.ordinal()), fault.get(), describe(figure));
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
            TableWriter row = table("fact_repair").row().text(item.document()).integer(item.version());
            spans(item, row.integer(ordinal++).text(repair.rule()), repair.span(), repair.repairedSpan());
            row.text(repair.before()).text(repair.after()).end();
        }
        for (PartFact part : facts.parts()) {
            TableWriter row = table("fact_part").row().text(item.document()).integer(item.version());
            row.text(part.part()).flag(part.isPresent()).end();
        }
        writeReading(item.extract(), item.document(), "loaded", "", OptionalInt.of(item.version()), figures);
    }

    private void writeDocument(Item item, Optional<Source> source) throws SQLException {
        DocumentFacts facts = item.facts();
        Extract extract = item.extract();
        Optional<String> region = field(item, "region_code", facts.regionCode(), DocumentWriter::regionCode)
                .or(() -> source.map(Source::region));
        Optional<LocalDate> written = field(item, "written_date", facts.writtenDate(), LocalDate::parse);
        Optional<LocalDate> published = field(item, "published_date", facts.publishedDate(), LocalDate::parse);
        String issuer = facts.issuer().isBlank() ? source.map(Source::publisher).orElse("") : facts.issuer();
        TableWriter row = table("dim_document").row().text(item.document()).integer(item.version());
        row.flag(item.isCurrent()).text(extract.sourceId()).nothing().text(region);
        row.text(issuer).text(facts.issuerKind()).text(facts.reportKind());
        row.integer(facts.reportYear() > 0 ? OptionalInt.of(facts.reportYear()) : OptionalInt.empty());
        row.text(facts.title()).text(facts.documentNumber()).text(facts.indexNumber());
        row.date(written).date(published).text(extract.url());
        row.instant(extract.fetchedAt()).text(extract.payloadDigest());
        row.nothing().nothing().end();
    }

    private static String regionCode(String code) {
        if (!code.matches("[0-9]{6}")) {
            throw new DateTimeException("expected six digits, got " + code);
        }
        return code;
    }

    /** A field as its column wants it; a value that is none is quarantined and the field is left empty. */
    private <T> Optional<T> field(Item item, String name, Optional<String> value, Function<String, T> reader)
            throws SQLException {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.get()));
        } catch (DateTimeException e) {
            writeQuarantine(item, "field", OptionalInt.empty(), "bad_" + name, name + ": " + value.get());
            return Optional.empty();
        }
    }

    private void writeSection(Item item, SectionFact section) throws SQLException {
        OptionalInt parent = section.parent();
        TableWriter row = table("fact_section").row().text(sectionId(item, section.ordinal()));
        row.text(item.document()).integer(item.version());
        row.text(parent.isPresent() ? Optional.of(sectionId(item, parent.getAsInt())) : Optional.empty());
        row.integer(section.ordinal()).integer(section.level()).text(section.number());
        row.text(section.heading()).text(section.role());
        spans(item, row, section.span(), section.repairedSpan());
        row.end();
    }

    private void writeFigure(Item item, FigureFact figure) throws SQLException {
        OptionalInt section = figure.section();
        Optional<String> asOf = field(
                item, "as_of", figure.asOf(), text -> YearMonth.parse(text).toString());
        TableWriter row = table("fact_figure").row().text(figureId(item, figure.ordinal()));
        row.text(item.document()).integer(item.version());
        row.text(section.isPresent() ? Optional.of(sectionId(item, section.getAsInt())) : Optional.empty());
        row.text(figure.sectionRole()).integer(figure.ordinal()).text(figure.raw());
        row.value(figure.value()).value(figure.valueHigh()).text(figure.unit());
        row.text(figure.qualifier()).text(figure.change()).text(figure.tense()).text(asOf);
        row.text(figure.code()).text(figure.rule()).number(figure.confidence()).text(figure.sentence());
        spans(item, row, figure.span(), figure.repairedSpan());
        row.text(figure.verifiedBy()).end();
    }

    private void writeCheck(Item item, int ordinal, CheckFact check) throws SQLException {
        TableWriter row = table("fact_check").row().text(item.document()).integer(item.version());
        row.integer(ordinal).text(check.check()).text(check.status());
        row.text(check.stated()).text(check.computed());
        row.texts(check.figures().stream().map(figure -> figureId(item, figure)).toList())
                .end();
    }

    private static void spans(Item item, TableWriter row, Span span, Span repaired) throws SQLException {
        row.integer(item.texts().text().convert(span.start()))
                .integer(item.texts().text().convert(span.end()));
        row.integer(item.texts().repaired().convert(repaired.start()))
                .integer(item.texts().repaired().convert(repaired.end()));
    }

    private void writeReading(
            Extract extract, String document, String outcome, String reason, OptionalInt version, LoadTally figures)
            throws SQLException {
        TableWriter row = table("fact_reading").row().text(extract.sourceId()).text(extract.url());
        row.text(document)
                .text(extract.payloadDigest())
                .instant(extract.fetchedAt())
                .text(outcome);
        row.text(reason.isEmpty() ? Optional.empty() : Optional.of(reason)).integer(version);
        row.integer((int) figures.read()).integer((int) figures.loaded()).integer((int) figures.quarantined());
        row.end();
    }

    private void writeQuarantine(Item item, String scope, OptionalInt ordinal, String reason, String detail)
            throws SQLException {
        writeQuarantine(
                scope, item.extract(), item.document(), OptionalInt.of(item.version()), ordinal, reason, detail);
    }

    private void writeQuarantine(
            String scope,
            Extract extract,
            String document,
            OptionalInt version,
            OptionalInt ordinal,
            String reason,
            String detail)
            throws SQLException {
        TableWriter row =
                table("quarantine").row().text(scope).text(extract.sourceId()).text(document);
        row.integer(version)
                .integer(ordinal)
                .text(extract.url())
                .text(reason)
                .text(detail)
                .end();
    }

    /** Writes the counts and hands all rows to the transaction. */
    void finish() throws SQLException {
        writeTally("extract", extractTally);
        writeTally("figure", figureTally);
        for (TableWriter writer : tables.values()) {
            writer.flush();
        }
    }

    private void writeTally(String thing, LoadTally tally) throws SQLException {
        TableWriter row = table("load_count").row().text(thing).bigint(tally.read());
        row.bigint(tally.loaded())
                .bigint(tally.quarantined())
                .bigint(tally.ignored())
                .end();
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

    private static String describe(FigureFact figure) {
        return figure.raw() + " = " + figure.value().toString() + " " + figure.unit();
    }

    @Override
    public void close() throws SQLException {
        for (TableWriter writer : tables.values()) {
            writer.close();
        }
    }
}
