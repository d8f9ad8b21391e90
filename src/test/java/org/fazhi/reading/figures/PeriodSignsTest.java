package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodSignsTest {

    static List<PeriodSigns.Entry> entries() {
        return PeriodSigns.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(PeriodSigns.Entry entry) {
        assertThat(entry.mayStandIn(entry.example())).isTrue();
        assertThat(entry.pattern().matcher(entry.example()).find()).isTrue();
        assertThat(entry.pattern().matcher(entry.counterExample()).find()).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(PeriodSigns.Entry::sign).contains(PeriodSigns.Sign.values());
        assertThat(Arrays.asList(PeriodSigns.Sign.values())).hasSize(19);
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsLine() {
        String entry = """
                - sign: whole
                  pattern: '全年'
                  words: [全年]
                  example: 全年
                  counter_example: 今年
                """;
        assertThat(PeriodSigns.of(entry).entries()).hasSize(1);
        assertThatThrownBy(() -> PeriodSigns.of(entry.replace("whole", "hole")))
                .hasMessageContaining(
                        "period_signs.yml:1: sign: expected a sign that the head of the file names, got hole");
        assertThatThrownBy(() -> PeriodSigns.of(entry.replace("'全年'", "'('")))
                .hasMessageContaining("period_signs.yml:2: pattern: expected a regular expression (");
        assertThatThrownBy(() -> PeriodSigns.of(entry + "  month: 13\n"))
                .hasMessageContaining("period_signs.yml:6: month: expected 1..12, got 13");
        assertThatThrownBy(() -> PeriodSigns.of(entry.replace("  words: [全年]\n", "")))
                .hasMessageContaining("expected key words, got none");
    }
}
