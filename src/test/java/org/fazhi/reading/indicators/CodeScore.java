package org.fazhi.reading.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts codes found against codes labelled, and keeps what differs in words. */
final class CodeScore {

    private final List<String> misses = new ArrayList<>();
    private int right;
    private int wrong;
    private int missed;
    private int figures;
    private int negatives;

    void add(LabelledReport report, IndicatorMatcher matcher) {
        List<CodedFigure> coded = matcher.match(report.outline(), report.figures());
        for (int i = 0; i < coded.size(); i++) {
            add(report, matcher, coded.get(i), report.answers().get(i));
        }
    }

    private void add(LabelledReport report, IndicatorMatcher matcher, CodedFigure coded, Set<String> answers) {
        String code = coded.code().orElse("");
        figures++;
        if (answers.contains(code)) {
            right += code.isEmpty() ? 0 : 1;
            negatives += code.isEmpty() ? 1 : 0;
            return;
        }
        wrong += code.isEmpty() ? 0 : 1;
        missed += answers.contains("") ? 0 : 1;
        Explanation why = matcher.explain(report.outline(), report.figures(), coded.figure());
        misses.add(report.name() + ": " + why.context() + " · expected " + answers + ", got "
                + coded.code().orElse("none") + " by " + coded.rule());
    }

    int figures() {
        return figures;
    }

    int coded() {
        return right + missed;
    }

    int negatives() {
        return negatives;
    }

    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d figures, %d coded right, %d wrong, %d missed, P %.4f R %.4f F1 %.4f%n%s",
                figures,
                right,
                wrong,
                missed,
                precision(),
                recall(),
                f1(),
                String.join("\n", misses));
    }
}
