package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.fazhi.reading.DocumentFacts;
import org.fazhi.reading.DocumentFacts.FigureFact;
import org.fazhi.reading.Reading;
import org.fazhi.reading.outline.Role;
import org.fazhi.reading.strip.PageMetadata;

/** Prints what was read from one page as a person would want to read it. */
final class ReadingPrinter {

    private static final int SNIPPET = 60;

    private final PrintWriter out;

    ReadingPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(Reading.Read read) {
        metadata(read);
        sections(read.facts());
        figures(read.facts());
        checks(read.facts());
        cutsAndRepairs(read);
        out.printf(
                Locale.ROOT,
                "%n%d sections, %d figures (%d with an indicator), %d checks, %d repairs%n",
                read.facts().sections().size(),
                read.facts().figures().size(),
                read.facts().figures().stream()
                        .filter(figure -> figure.code().isPresent())
                        .count(),
                read.facts().checks().size(),
                read.facts().repairs().size());
    }

    private void metadata(Reading.Read read) {
        DocumentFacts facts = read.facts();
        heading("Report");
        field("title", facts.title());
        field("issuer", Optional.of(facts.issuer() + " (" + facts.issuerKind() + ")"));
        field("region", facts.regionCode());
        field("report year", Optional.of(Integer.toString(facts.reportYear())));
        field("document no.", facts.documentNumber());
        field("index no.", facts.indexNumber());
        field("written", facts.writtenDate());
        field(
                "published",
                facts.publishedDate()
                        .map(day -> day + " (" + facts.publishedDateBasis().orElse("") + ")"
                                + facts.otherPublishedDate()
                                        .map(other -> ", also " + other)
                                        .orElse("")));
        field("container", Optional.of(read.stripped().container()));
        for (PageMetadata.Entry entry : read.stripped().metadata().entries()) {
            out.printf(
                    Locale.ROOT,
                    "    said: %s = %s (%s)%n",
                    entry.field().name().toLowerCase(Locale.ROOT),
                    Terminal.plain(entry.value()),
                    entry.origin().name().toLowerCase(Locale.ROOT));
        }
        for (DocumentFacts.PartFact part : facts.parts()) {
            // Other matters are prescribed only where there are any.
            String absent = part.part().equals(Role.OTHER.code()) ? "none" : "missing";
            out.printf(Locale.ROOT, "    part %s: %s%n", part.part(), part.isPresent() ? "yes" : absent);
        }
    }

    private void sections(DocumentFacts facts) {
        heading("Sections");
        for (DocumentFacts.SectionFact section : facts.sections()) {
            out.printf(
                    Locale.ROOT,
                    "  %s%s %s  [%s]%n",
                    "  ".repeat(section.level() - 1),
                    section.number(),
                    Terminal.plain(section.heading()),
                    section.role());
        }
    }

    private void figures(DocumentFacts facts) {
        heading("Figures");
        for (FigureFact figure : facts.figures()) {
            out.printf(
                    Locale.ROOT,
                    "  %3d  %-12s %s %s  %s%s%s%n",
                    figure.ordinal() + 1,
                    Terminal.plain(figure.raw()),
                    figure.value().toPlainString()
                            + figure.valueHigh()
                                    .map(high -> "–" + high.toPlainString())
                                    .orElse(""),
                    figure.unit(),
                    figure.code().orElse("–"),
                    marks(figure),
                    figure.verifiedBy().map(check -> "  ✓ " + check).orElse(""));
            out.printf(
                    Locale.ROOT,
                    "       %d..%d  %s%n",
                    figure.span().start(),
                    figure.span().end(),
                    Terminal.plain(around(facts.repairedText(), figure)));
        }
    }

    private static String marks(FigureFact figure) {
        StringBuilder marks = new StringBuilder();
        if (!figure.qualifier().equals("exact")) {
            marks.append(' ').append(figure.qualifier());
        }
        figure.change().ifPresent(change -> marks.append(' ').append(change));
        if (!figure.tense().equals("actual")) {
            marks.append(' ').append(figure.tense());
        }
        figure.asOf().ifPresent(month -> marks.append(" as of ").append(month));
        figure.quarantine().ifPresent(reason -> marks.append(" QUARANTINED ").append(reason));
        return marks.toString();
    }

    private static String around(String text, FigureFact figure) {
        int start = Math.max(0, figure.repairedSpan().start() - SNIPPET / 2);
        int end = Math.min(text.length(), figure.repairedSpan().end() + SNIPPET / 4);
        return text.substring(start, figure.repairedSpan().start()) + "【"
                + figure.repairedSpan().of(text) + "】"
                + text.substring(figure.repairedSpan().end(), end);
    }

    private void checks(DocumentFacts facts) {
        heading("Checks of the report against itself");
        for (DocumentFacts.CheckFact check : facts.checks()) {
            out.printf(
                    Locale.ROOT,
                    "  %-14s %s: stated %s, computed %s%n",
                    check.status(),
                    check.check(),
                    Terminal.plain(check.stated()),
                    Terminal.plain(check.computed()));
        }
    }

    private void cutsAndRepairs(Reading.Read read) {
        heading("Cut away");
        read.stripped()
                .cuts()
                .forEach(
                        cut -> out.printf(Locale.ROOT, "  %-16s %s%n", cut.rule(), Terminal.clip(cut.text(), SNIPPET)));
        heading("Repaired");
        read.repaired()
                .repairs()
                .forEach(repair -> out.printf(
                        Locale.ROOT,
                        "  %-16s %s → %s%n",
                        repair.rule(),
                        Terminal.clip(repair.before(), SNIPPET),
                        Terminal.clip(repair.after(), SNIPPET)));
    }

    private void heading(String text) {
        out.printf(Locale.ROOT, "%n%s%n", text);
    }

    private void field(String name, Optional<String> value) {
        out.printf(Locale.ROOT, "  %-13s %s%n", name, Terminal.plain(value.orElse("–")));
    }
}
