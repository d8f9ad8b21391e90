package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetSignsTest {

    static List<KnownPattern<TargetSigns.Sign>> entries() {
        return TargetSigns.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<TargetSigns.Sign> entry) {
        assertThat(entry.pattern().matcher(entry.example()).find()).isTrue();
        assertThat(entry.pattern().matcher(entry.counterExample()).find()).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).contains(TargetSigns.Sign.values());
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsLine() {
        String entry = """
                - sign: set
                  pattern: '目标#'
                  example: 目标#
                  counter_example: 目标
                """;
        assertThat(TargetSigns.of(entry).entries()).hasSize(1);
        assertThatThrownBy(() -> TargetSigns.of(entry.replace("set", "sat")))
                .hasMessageContaining(
                        "target_signs.yml:1: sign: expected a sign that the head of the file names, got sat");
        assertThatThrownBy(() -> TargetSigns.of(entry.replace("'目标#'", "'('")))
                .hasMessageContaining("target_signs.yml:2: pattern: expected a regular expression (");
    }
}
