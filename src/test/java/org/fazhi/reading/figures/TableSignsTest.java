package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableSignsTest {

    static List<TableSigns.Entry> entries() {
        return TableSigns.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(TableSigns.Entry entry) {
        assertThat(entry.pattern().matcher(entry.example()).find()).isTrue();
        assertThat(entry.pattern().matcher(entry.counterExample()).find()).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(TableSigns.Entry::sign).contains(TableSigns.Sign.values());
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsLine() {
        String entry = """
                - sign: plan
                  pattern: '计划'
                  example: 计划
                  counter_example: 完成
                """;
        assertThat(TableSigns.of(entry).entries()).hasSize(1);
        assertThatThrownBy(() -> TableSigns.of(entry.replace("plan", "plane")))
                .hasMessageContaining(
                        "table_signs.yml:1: sign: expected a sign that the head of the file names, got plane");
        assertThatThrownBy(() -> TableSigns.of(entry.replace("'计划'", "'('")))
                .hasMessageContaining("table_signs.yml:2: pattern: expected a regular expression (");
    }
}
