package org.fazhi.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.fazhi.evaluation.Evaluation;
import org.fazhi.evaluation.Reliability;
import org.fazhi.evaluation.Score;

/** Prints scores as a table, a row a report and one for all. */
final class EvaluationPrinter {

    private static final double PERCENT = 100;

    /** Of a row of the table of confidence, in percent. */
    private static final int WIDTH = 5;

    private final PrintWriter out;

    EvaluationPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(List<Evaluation> evaluations, boolean withDifferences) {
        out.printf(
                Locale.ROOT,
                "%-20s %-23s %-8s %-23s %-23s %-8s %s%n",
                "report",
                "figures P / R / F1",
                "attr.",
                "codes P / R / F1",
                "sections P / R / F1",
                "metadata",
                "misplaced");
        evaluations.forEach(this::row);
        Evaluation total = Evaluation.total(evaluations);
        row(total);
        print(total.reliability());
        if (withDifferences) {
            for (Evaluation evaluation : evaluations) {
                out.printf(Locale.ROOT, "%n%s%n", evaluation.name());
                evaluation.differences().forEach(line -> out.println("  " + Terminal.clip(line, 200)));
            }
        }
    }

    /** Nothing where no code has a confidence. */
    private void print(Reliability reliability) {
        if (reliability.bins().isEmpty()) {
            return;
        }
        out.printf(Locale.ROOT, "%n%-20s %-8s %-8s %s%n", "confidence", "codes", "mean", "right");
        new TreeMap<>(reliability.bins())
                .forEach((low, bin) -> out.printf(
                        Locale.ROOT,
                        "%.2f-%.2f            %-8d %-8.4f %.4f%n",
                        low / PERCENT,
                        (low + WIDTH) / PERCENT,
                        bin.all(),
                        bin.meanConfidence(),
                        bin.share()));
        out.printf(Locale.ROOT, "%-20s %.4f%n", "calibration error", reliability.error());
    }

    private void row(Evaluation one) {
        out.printf(
                Locale.ROOT,
                "%-20s %-23s %-8.4f %-23s %-23s %-8s %d%n",
                one.name(),
                triple(one.figures()),
                one.attributes().recall(),
                triple(one.codes()),
                triple(one.sections()),
                one.metadata().right() + "/" + one.metadata().labelled(),
                one.misplaced());
    }

    private static String triple(Score score) {
        return String.format(java.util.Locale.ROOT, "%.4f %.4f %.4f", score.precision(), score.recall(), score.f1());
    }
}
