package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagerWordsTest {

    static List<PagerWords.Entry> entries() {
        return PagerWords.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(PagerWords.Entry entry) {
        assertThat(entry.find(entry.example())).isPresent();
        assertThat(entry.find(entry.counterExample())).isEmpty();
    }

    @Test
    void hasEverySignAndANumberWhereOneIsCounted() {
        Set<PagerSign> signs = entries().stream().map(PagerWords.Entry::sign).collect(Collectors.toSet());

        assertThat(signs).isEqualTo(EnumSet.allOf(PagerSign.class));
        assertThat(PagerWords.bundled().greatest(PagerSign.ROWS_IN_TEXT, "共 58 条，58 条记录"))
                .isEqualTo(58);
    }

    @Test
    void refusesAnEntryWithItsLine() {
        assertThatThrownBy(() -> PagerWords.of("""
                        - sign: turn_label
                          pattern: '('
                          example: a
                          counter_example: b
                        - sign: nothing
                          pattern: a
                          example: a
                        """))
                .hasMessageContaining("pager_signs.yml:2: pattern: expected a regular expression")
                .hasMessageContaining(
                        "pager_signs.yml:5: sign: expected a sign that the head of the file names, got nothing")
                .hasMessageContaining("pager_signs.yml:5: counter_example: expected a value, got nothing");
    }
}
