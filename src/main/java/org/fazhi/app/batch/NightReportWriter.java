package org.fazhi.app.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a night's report as JSON and as a page; each file appears whole. All text in the page is escaped. */
final class NightReportWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>fazhi: night of %1$s</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em }
            table { border-collapse: collapse; margin-bottom: 1.5em }
            th, td { border-bottom: 1px solid #ccc; padding: .2em .8em .2em 0; text-align: left; vertical-align: top }
            </style></head><body>
            <h1>Night of %1$s</h1>
            """;

    private NightReportWriter() {}

    /** Writes both files. */
    static void write(Path home, NightReport report) throws IOException {
        Path page = NightReport.page(home, report.night());
        String name = String.valueOf(page.getFileName());
        Files.createDirectories(home.resolve("reports"));
        replace(page.resolveSibling(name.replaceFirst("html$", "json")), JSON.writeValueAsString(report));
        replace(page, html(report));
    }

    private static void replace(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, text, StandardCharsets.UTF_8);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static String html(NightReport report) {
        StringBuilder page = new StringBuilder(String.format(Locale.ROOT, HEAD, escaped(report.night())));
        table(
                page,
                "Run",
                List.of("command", "ending", "resumed", "release", "started", "ended"),
                Stream.of(List.of(
                        report.command(),
                        report.ending(),
                        report.isResumed() ? "yes" : "no",
                        report.release().orElse("none"),
                        report.startedAt().toString(),
                        report.endedAt().toString())));
        table(page, "Problems", List.of("problem"), report.problems().stream().map(List::of));
        table(page, "Notes", List.of("note"), report.notes().stream().map(List::of));
        table(
                page,
                "Steps",
                List.of("step", "status", "seconds", "summary"),
                report.steps().stream()
                        .map(step -> List.of(
                                step.step(),
                                step.status(),
                                String.format(Locale.ROOT, "%.1f", step.seconds()),
                                step.summary())));
        table(
                page,
                "Fetches",
                List.of("kind", "state", "count"),
                report.fetches().stream()
                        .map(count -> List.of(count.kind(), count.state(), String.valueOf(count.count()))));
        table(
                page,
                "Documents",
                List.of("outcome", "reason", "count"),
                report.documents().stream()
                        .map(count -> List.of(count.outcome(), count.reason(), String.valueOf(count.count()))));
        NightCounts counts = report.counts();
        table(
                page,
                "Kept back, not had, put right",
                List.of("what", "count", "such as"),
                Stream.of(
                        List.of("quarantined", String.valueOf(counts.quarantined()), "pages, by reason above"),
                        List.of("ignored", String.valueOf(counts.ignored()), "pages that are no report"),
                        List.of(
                                "figures kept back",
                                NightCounts.total(counts.figures()),
                                NightCounts.states(counts.figures())),
                        List.of("unread", NightCounts.total(counts.notHad()), NightCounts.states(counts.notHad())),
                        List.of(
                                "unseen",
                                String.valueOf(report.unseen().count()),
                                report.unseen().examples()),
                        List.of(
                                "faults",
                                NightCounts.total(Optional.of(report.failed())),
                                NightCounts.states(Optional.of(report.failed()))),
                        List.of(
                                "reviews",
                                String.valueOf(counts.reviewsApplied()),
                                "of " + counts.reviewEntries() + " applied")));
        table(
                page,
                "Findings of the audit",
                List.of("severity", "audit", "finding", "rows", "such as", "remedy"),
                report.findings().stream()
                        .map(found -> List.of(
                                found.severity().code(),
                                found.audit(),
                                found.title(),
                                String.valueOf(found.rowCount()),
                                found.examples(),
                                found.remedy())));
        return page.append("</body></html>\n").toString();
    }

    /** A table under a heading; nothing where there is no row. */
    private static void table(StringBuilder page, String heading, List<String> columns, Stream<List<String>> rows) {
        List<List<String>> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        page.append("<h2>").append(escaped(heading)).append("</h2>\n<table>\n");
        row(page, "th", columns);
        all.forEach(cells -> row(page, "td", cells));
        page.append("</table>\n");
    }

    private static void row(StringBuilder page, String element, List<String> cells) {
        page.append("<tr>");
        cells.forEach(cell -> page.append('<')
                .append(element)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(element)
                .append('>'));
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
