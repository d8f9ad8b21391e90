package org.fazhi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The truth of the sample: bodies, reports and facts as their tables in the resources of this package state them. */
final class FactTable {

    private final List<Body> bodies;
    private final List<Report> reports;
    private final List<BodyYear> absences;

    private FactTable(List<Body> bodies, List<Report> reports, List<BodyYear> absences) {
        this.bodies = List.copyOf(bodies);
        this.reports = List.copyOf(reports);
        this.absences = List.copyOf(absences);
    }

    List<Body> bodies() {
        return bodies;
    }

    /** Every report that was written, in the order of the table. */
    List<Report> reports() {
        return reports;
    }

    /** Every report that was owed and not written: state {@code missing} in the table. */
    List<BodyYear> absences() {
        return absences;
    }

    List<Report> reportsOf(Body body) {
        return reports.stream().filter(report -> report.body().equals(body)).toList();
    }

    static FactTable read() {
        Map<String, String> countyNames = new LinkedHashMap<>();
        for (Map<String, String> row : rows("/warehouse/region/fictional.csv", ",")) {
            countyNames.put(cell(row, "code"), cell(row, "name"));
        }
        Map<String, Body> bodies = new LinkedHashMap<>();
        for (Map<String, String> row : rows("bodies.tsv", "\t")) {
            String region = cell(row, "region_code");
            Body body = new Body(
                    region,
                    Optional.ofNullable(countyNames.get(region))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "bodies.tsv: expected a region of fictional.csv, got " + region)),
                    cell(row, "issuer_kind"),
                    Family.ofCode(cell(row, "family")),
                    cell(row, "source_id"),
                    cell(row, "publisher"),
                    cell(row, "document_word"),
                    Integer.parseInt(cell(row, "column")),
                    cell(row, "folder"));
            bodies.put(region + body.issuerKind(), body);
        }
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        for (Map<String, String> row : rows("facts.tsv", "\t")) {
            facts.computeIfAbsent(key(row) + cell(row, "report_year"), key -> new ArrayList<>())
                    .add(fact(row));
        }
        List<Report> reports = new ArrayList<>();
        List<BodyYear> absences = new ArrayList<>();
        for (Map<String, String> row : rows("reports.tsv", "\t")) {
            Body body = Optional.ofNullable(bodies.get(key(row)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "reports.tsv: expected a body of bodies.tsv, got " + key(row)));
            if (cell(row, "state").equals("missing")) {
                absences.add(new BodyYear(body, Integer.parseInt(cell(row, "report_year"))));
                continue;
            }
            reports.add(report(body, row, facts.getOrDefault(key(row) + cell(row, "report_year"), List.of())));
        }
        return new FactTable(List.copyOf(bodies.values()), reports, absences);
    }

    private static String key(Map<String, String> row) {
        return cell(row, "region_code") + cell(row, "issuer_kind");
    }

    private static Fact fact(Map<String, String> row) {
        return new Fact(
                cell(row, "topic"),
                cell(row, "fact"),
                new BigDecimal(cell(row, "value")),
                cell(row, "unit"),
                cell(row, "qualifier"),
                filled(row, "change"),
                cell(row, "tense"),
                filled(row, "as_of"));
    }

    private static Report report(Body body, Map<String, String> row, List<Fact> facts) {
        return new Report(
                body,
                Integer.parseInt(cell(row, "report_year")),
                Report.State.valueOf(cell(row, "state").toUpperCase(Locale.ROOT)),
                Report.Form.valueOf(cell(row, "form").toUpperCase(Locale.ROOT)),
                Damage.valueOf(cell(row, "damage").toUpperCase(Locale.ROOT)),
                LocalDate.parse(cell(row, "published_date")),
                LocalDate.parse(cell(row, "written_date")),
                filled(row, "document_number"),
                cell(row, "index_number"),
                cell(row, "title"),
                filled(row, "misprint").isPresent(),
                facts);
    }

    private static String cell(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column))
                .orElseThrow(() -> new IllegalArgumentException("expected a column " + column + ", got " + row));
    }

    private static Optional<String> filled(Map<String, String> row, String column) {
        return Optional.of(cell(row, column)).filter(value -> !value.isEmpty());
    }

    /** Rows of a table of the class path; no quoting, a column for every cell, else an error that names file and line. */
    private static List<Map<String, String>> rows(String resource, String separator) {
        String[] lines = text(resource).split("\n");
        String[] columns = lines[0].split(separator, -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            String[] cells = lines[line].split(separator, -1);
            if (cells.length != columns.length) {
                throw new IllegalArgumentException(
                        resource + ":" + (line + 1) + ": expected " + columns.length + " cells, got " + cells.length);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** A text of the class path in UTF-8, named as {@link Class#getResourceAsStream} wants it. */
    static String text(String resource) {
        try (InputStream in = FactTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("expected " + resource + " on the class path, found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
