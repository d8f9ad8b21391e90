package org.fazhi.sample;

import java.math.BigDecimal;
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
        Map<String, Body> bodies = bodies(countyNames());
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        for (Row row : Row.all("facts.tsv", "\t")) {
            facts.computeIfAbsent(reportKey(row), key -> new ArrayList<>()).add(fact(row));
        }
        List<Report> reports = new ArrayList<>();
        List<BodyYear> absences = new ArrayList<>();
        for (Row row : Row.all("reports.tsv", "\t")) {
            Body body = Optional.ofNullable(bodies.get(bodyKey(row)))
                    .orElseThrow(() -> row.error("a body of bodies.tsv", bodyKey(row)));
            if (row.cell("state").equals("missing")) {
                absences.add(new BodyYear(body, row.number("report_year")));
            } else {
                reports.add(report(body, row, facts.getOrDefault(reportKey(row), List.of())));
            }
        }
        return new FactTable(List.copyOf(bodies.values()), reports, absences);
    }

    private static Map<String, String> countyNames() {
        Map<String, String> names = new LinkedHashMap<>();
        Row.all("/warehouse/region/fictional.csv", ",").forEach(row -> names.put(row.cell("code"), row.cell("name")));
        return names;
    }

    private static Map<String, Body> bodies(Map<String, String> countyNames) {
        Map<String, Body> bodies = new LinkedHashMap<>();
        for (Row row : Row.all("bodies.tsv", "\t")) {
            String region = row.cell("region_code");
            String county = Optional.ofNullable(countyNames.get(region))
                    .orElseThrow(() -> row.error("a region of fictional.csv", region));
            bodies.put(
                    bodyKey(row),
                    new Body(
                            region,
                            county,
                            row.cell("issuer_kind"),
                            Family.ofCode(row.cell("family")),
                            row.cell("source_id"),
                            row.cell("publisher"),
                            row.cell("document_word"),
                            row.number("column"),
                            row.cell("folder")));
        }
        return bodies;
    }

    private static String bodyKey(Row row) {
        return row.cell("region_code") + " " + row.cell("issuer_kind");
    }

    private static String reportKey(Row row) {
        return bodyKey(row) + " " + row.cell("report_year");
    }

    private static Fact fact(Row row) {
        return new Fact(
                row.cell("topic"),
                row.cell("fact"),
                new BigDecimal(row.cell("value")),
                row.cell("unit"),
                row.cell("qualifier"),
                row.filled("change"),
                row.cell("tense"),
                row.filled("as_of"));
    }

    private static Report report(Body body, Row row, List<Fact> facts) {
        return new Report(
                body,
                row.number("report_year"),
                Report.State.valueOf(row.cell("state").toUpperCase(Locale.ROOT)),
                Report.Form.valueOf(row.cell("form").toUpperCase(Locale.ROOT)),
                Damage.valueOf(row.cell("damage").toUpperCase(Locale.ROOT)),
                LocalDate.parse(row.cell("published_date")),
                LocalDate.parse(row.cell("written_date")),
                row.filled("document_number"),
                row.cell("index_number"),
                row.cell("title"),
                row.filled("misprint").isPresent(),
                facts);
    }
}
