package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.reading.figures.LabelledFigures.Expected;
import org.fazhi.reading.figures.LabelledFigures.Sentence;
import org.junit.jupiter.api.Test;

/** The gate on our own labelled sentences; the floors only rise. */
class LabelledFiguresTest {

    private static final double PRECISION_FLOOR = 1.0;
    private static final double RECALL_FLOOR = 1.0;
    private static final double ATTRIBUTES_FLOOR = 1.0;

    private final List<String> faults = new ArrayList<>();
    private int labelled;
    private int found;
    private int matched;
    private int rightlyDescribed;

    @Test
    void readsTheLabelledSentencesToTheirFloors() {
        List<Sentence> sentences = LabelledFigures.read();
        sentences.forEach(this::score);
        assertThat((double) matched / found)
                .as("precision %d/%d%n%s", matched, found, String.join("\n", faults))
                .isGreaterThanOrEqualTo(PRECISION_FLOOR);
        assertThat((double) matched / labelled)
                .as("recall %d/%d%n%s", matched, labelled, String.join("\n", faults))
                .isGreaterThanOrEqualTo(RECALL_FLOOR);
        assertThat((double) rightlyDescribed / matched)
                .as("qualifier, change, tense, as_of %d/%d%n%s", rightlyDescribed, matched, String.join("\n", faults))
                .isGreaterThanOrEqualTo(ATTRIBUTES_FLOOR);
        assertThat(sentences).hasSizeGreaterThanOrEqualTo(120);
        assertThat(labelled).isGreaterThanOrEqualTo(300);
    }

    private void score(Sentence sentence) {
        List<Expected> left = new ArrayList<>(LabelledFigures.found(sentence.text(), LabelledFigures.REPORT_YEAR));
        labelled += sentence.figures().size();
        found += left.size();
        for (Expected expected : sentence.figures()) {
            Expected hit = left.stream()
                    .filter(figure -> figure.raw().equals(expected.raw()) && figure.hasValueOf(expected))
                    .findFirst()
                    .orElse(null);
            if (hit == null) {
                faults.add(sentence.line() + " " + sentence.trap() + ": missed " + expected);
                continue;
            }
            left.remove(hit);
            matched++;
            if (hit.saysThe(expected)) {
                rightlyDescribed++;
            } else {
                faults.add(sentence.line() + " " + sentence.trap() + ": expected " + expected + ", got " + hit);
            }
        }
        left.forEach(extra -> faults.add(sentence.line() + " " + sentence.trap() + ": no figure, got " + extra));
    }
}
