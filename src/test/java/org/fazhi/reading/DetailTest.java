package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailTest {

    @Test
    void keepsALineAsItIs() {
        assertThat(Detail.of("expected 3 MB, got 𠮷 bytes")).isEqualTo("expected 3 MB, got 𠮷 bytes");
        assertThat(Detail.of("")).isEmpty();
        assertThat(Detail.of("𠮷".repeat(500))).isEqualTo("𠮷".repeat(500));
    }

    @Test
    void cutsAtFiveHundredCodePointsAndSaysSo() {
        assertThat(Detail.of("𠮷".repeat(501))).isEqualTo("𠮷".repeat(499) + "…");
        assertThat(Detail.of("a".repeat(5_000))).isEqualTo("a".repeat(499) + "…");
        // A cut in the midst of a character leaves no half of it.
        assertThat(Detail.of("\n".repeat(1_999) + "𠮷𠮷")).isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u0000", "\u001b", "\u009b", "\u202e", "\ud800", "\u2028", "\u2029", "\u200b\r\n"})
    void leavesNothingThatMovesACursorOrBreaksALine(String unfit) {
        assertThat(Detail.of(unfit + "a" + unfit + "b" + unfit)).isEqualTo("a b");
    }
}
