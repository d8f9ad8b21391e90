package org.fazhi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void refusesAnEndBeforeItsStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(3, 2))
                .withMessage("span: expected 0 <= start <= end, got 3..2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 2));
    }

    @Test
    void containsItsStartButNotItsEnd() {
        Span span = new Span(2, 5);
        assertThat(span.contains(2)).isTrue();
        assertThat(span.contains(4)).isTrue();
        assertThat(span.contains(5)).isFalse();
    }

    @Test
    void spansThatOnlyTouchDoNotOverlap() {
        assertThat(new Span(0, 3).overlaps(new Span(3, 6))).isFalse();
        assertThat(new Span(0, 4).overlaps(new Span(3, 6))).isTrue();
        assertThat(new Span(0, 9).contains(new Span(3, 6))).isTrue();
        assertThat(new Span(4, 9).contains(new Span(3, 6))).isFalse();
    }

    @Test
    void takesItsCharactersFromTheText() {
        assertThat(new Span(2, 5).of("受理79件")).isEqualTo("79件");
        assertThat(new Span(0, 2).shift(2).of("受理79件")).isEqualTo("79");
    }

    @Test
    void countsCodePointsWhereTheTextHasSurrogatePairs() {
        String text = "𠮷村𠮷户9件";
        Span utf16 = new Span(text.indexOf('9'), text.length());
        assertThat(utf16).isEqualTo(new Span(6, 8));
        assertThat(utf16.toCodePoints(text)).isEqualTo(new Span(4, 6));
    }

    @Test
    void sortsByStartThenEnd() {
        assertThat(List.of(new Span(2, 3), new Span(0, 9), new Span(0, 1)).stream()
                        .sorted())
                .containsExactly(new Span(0, 1), new Span(0, 9), new Span(2, 3));
    }
}
