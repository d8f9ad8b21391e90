package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gate over our own labelled sentences. The floors only rise. */
class LabelledSentencesTest {

    private static final double FLOOR = 0.995;

    private final IndicatorDictionary dictionary = IndicatorDictionary.read();
    private final IndicatorMatcher matcher = new IndicatorMatcher(dictionary);

    @Test
    void codesTheLabelledSentences() throws IOException {
        CodeScore score = new CodeScore();
        for (LabelledReport report : LabelledReport.all("labelled")) {
            score.add(report, matcher);
        }
        assertThat(score.f1()).as(score.toString()).isGreaterThanOrEqualTo(FLOOR);
        if (Boolean.getBoolean("score.print")) {
            System.out.println(score);
        }
    }

    @Test
    void labelsEveryIndicatorAtLeastOnceAndManyNumbersThatHaveNone() throws IOException {
        Set<String> seen = new HashSet<>();
        int withoutCode = 0;
        for (LabelledReport report : LabelledReport.all("labelled")) {
            report.answers().forEach(seen::addAll);
            withoutCode +=
                    (int) report.answers().stream().filter(Set.of("")::equals).count();
        }
        List<String> codes =
                dictionary.indicators().stream().map(Indicator::code).toList();
        assertThat(seen).containsAll(codes);
        seen.remove("");
        assertThat(codes).containsAll(seen);
        assertThat(withoutCode).isGreaterThan(80);
    }
}
