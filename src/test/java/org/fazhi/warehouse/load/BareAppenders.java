package org.fazhi.warehouse.load;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.CheckFact;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.DocumentFacts.PartFact;
import org.fazhi.reading.DocumentFacts.SectionFact;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WorkingFile;

/** The floor of the load: an Appender a table, handed the rows without a look at them. */
final class BareAppenders {

    /** What is filled; the load fills four small tables besides. */
    static final List<String> TABLES = List.of(
            "dim_document", "document_text", "fact_section", "fact_figure", "fact_check", "fact_part", "fact_reading");

    private final Map<String, DuckDBAppender> tables = new LinkedHashMap<>();

    BareAppenders(DuckDBConnection connection) throws SQLException {
        for (String table : TABLES) {
            tables.put(table, connection.createAppender(WorkingFile.CATALOG, "main", table));
        }
    }

    void append(Extract extract, String id) throws SQLException {
        DocumentFacts facts = extract.facts().orElseThrow();
        document(tables.get("dim_document"), extract, id, facts);
        DuckDBAppender text = tables.get("document_text").beginRow();
        text.append(id).append(1).append(facts.text()).appendNull().endRow();
        for (SectionFact section : facts.sections()) {
            section(tables.get("fact_section"), id, section);
        }
        for (FigureFact figure : facts.figures()) {
            figure(tables.get("fact_figure"), id, figure);
        }
        int ordinal = 0;
        for (CheckFact check : facts.checks()) {
            check(tables.get("fact_check"), id, ordinal++, check);
        }
        for (PartFact part : facts.parts()) {
            DuckDBAppender row = tables.get("fact_part").beginRow();
            row.append(id).append(1).append(part.part()).append(part.isPresent());
            row.endRow();
        }
        reading(tables.get("fact_reading"), extract, id, facts.figures().size());
    }

    void flush() throws SQLException {
        for (DuckDBAppender table : tables.values()) {
            table.flush();
            table.close();
        }
    }

    private static void document(DuckDBAppender row, Extract extract, String id, DocumentFacts facts)
            throws SQLException {
        row.beginRow()
                .append(id)
                .append(1)
                .append(true)
                .append(extract.sourceId())
                .appendNull();
        row.append(facts.regionCode().orElseThrow()).append(facts.issuer()).append(facts.issuerKind());
        row.append(facts.reportKind())
                .append(facts.reportYear())
                .append(facts.title().orElseThrow());
        row.append(facts.documentNumber().orElseThrow()).appendNull();
        row.appendEpochDays(
                (int) LocalDate.parse(facts.writtenDate().orElseThrow()).toEpochDay());
        row.appendNull().append(extract.url()).appendEpochMicros(TableWriter.micros(extract.fetchedAt()));
        row.append(extract.payloadDigest());
        row.appendNull().appendNull().appendNull().appendNull().appendNull().endRow();
    }

    private static void section(DuckDBAppender row, String document, SectionFact section) throws SQLException {
        row.beginRow()
                .append(document + "-1-s" + section.ordinal())
                .append(document)
                .append(1)
                .appendNull();
        row.append(section.ordinal()).append(section.level()).append(section.number());
        row.append(section.heading()).append(section.role());
        row.append(section.span().start()).append(section.span().end());
        row.append(section.repairedSpan().start())
                .append(section.repairedSpan().end())
                .endRow();
    }

    private static void figure(DuckDBAppender row, String document, FigureFact figure) throws SQLException {
        BigDecimal value = figure.value().setScale(TableWriter.VALUE_SCALE);
        row.beginRow();
        row.append(document + "-1-f" + figure.ordinal()).append(document).append(1);
        row.append(document + "-1-s0").append(figure.sectionRole()).append(figure.ordinal());
        row.append(figure.raw()).append(value).appendNull().append(figure.unit());
        row.append(figure.qualifier()).appendNull().append(figure.tense()).appendNull();
        row.append(figure.code().orElseThrow()).append(figure.rule()).append(figure.confidence());
        row.append(figure.sentence());
        row.append(figure.span().start()).append(figure.span().end());
        row.append(figure.repairedSpan().start()).append(figure.repairedSpan().end());
        row.appendNull().appendNull().appendNull().endRow();
    }

    private static void check(DuckDBAppender row, String document, int ordinal, CheckFact check) throws SQLException {
        row.beginRow()
                .append(document)
                .append(1)
                .append(ordinal)
                .append(check.check())
                .append(check.status());
        row.append(check.stated()).append(check.computed());
        row.append(check.figures().stream()
                        .map(figure -> document + "-1-f" + figure)
                        .toList())
                .endRow();
    }

    private static void reading(DuckDBAppender row, Extract extract, String id, int figures) throws SQLException {
        row.beginRow()
                .append(extract.sourceId())
                .append(extract.url())
                .append(id)
                .append(extract.payloadDigest());
        row.appendEpochMicros(TableWriter.micros(extract.fetchedAt()))
                .append("loaded")
                .appendNull()
                .append(1);
        row.append(figures).append(figures).append(0).appendNull().endRow();
    }
}
