package org.fazhi.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedTextTest {

    @Test
    void leavesWhatFitsAlone() {
        String text = "清禾县𠮷報告";

        assertThat(BoundedText.of(text, text.length())).isEqualTo(text);
        assertThat(BoundedText.of("", 0)).isEmpty();
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(BoundedText.of("县𠮷县", 3)).isEqualTo("县𠮷");
        assertThat(BoundedText.of("县𠮷县", 2)).isEqualTo("县");
        assertThat(BoundedText.of("县𠮷县", 1)).isEqualTo("县");
        assertThat(BoundedText.of("县𠮷县", 0)).isEmpty();
    }

    @Test
    void putsAKnownCharacterWhereADatabaseTakesNone() {
        assertThat(BoundedText.of("a\0b\uD842c\uDFB7", 9)).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
        assertThat(BoundedText.of("a\uD842b", 2)).isEqualTo("a\uFFFD");
    }
}
