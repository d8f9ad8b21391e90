package org.fazhi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OffsetMapTest {

    /** 領(lǐng)導 becomes 领导: one character replaced, a gloss removed, one replaced. */
    private static final OffsetMap GLOSS =
            OffsetMap.builder().replace(1, 1).replace(6, 0).replace(1, 1).build();

    @Test
    void leadsARepairedCharacterBackToItsOriginal() {
        assertThat(GLOSS.toOriginal(new Span(0, 1))).isEqualTo(new Span(0, 1));
        assertThat(GLOSS.toOriginal(new Span(1, 2))).isEqualTo(new Span(7, 8));
    }

    @Test
    void keepsWhatWasRemovedInsideAStretchButNotAtItsEnds() {
        assertThat(GLOSS.toOriginal(new Span(0, 2))).isEqualTo(new Span(0, 8));
        assertThat(GLOSS.toRepaired(new Span(1, 7))).isEqualTo(new Span(1, 1));
    }

    @Test
    void takesAReplacedPieceWhole() {
        OffsetMap map = OffsetMap.builder().keep(3).replace(5, 8).keep(2).build();
        assertThat(map.toOriginal(new Span(4, 5))).isEqualTo(new Span(3, 8));
        assertThat(map.toRepaired(new Span(2, 4))).isEqualTo(new Span(2, 11));
    }

    @Test
    void joinsPiecesNoFurtherThanTheyReach() {
        OffsetMap first =
                OffsetMap.builder().replace(1, 1).replace(1, 1).replace(1, 1).build();
        OffsetMap second = OffsetMap.builder().keep(2).replace(1, 1).build();
        assertThat(first.then(second).toOriginal(new Span(1, 2))).isEqualTo(new Span(1, 2));
    }

    @Test
    void saysWhetherAnythingChanged() {
        assertThat(OffsetMap.identity(4).isIdentity()).isTrue();
        assertThat(OffsetMap.identity(0).isIdentity()).isTrue();
        assertThat(GLOSS.isIdentity()).isFalse();
    }

    @Test
    void refusesToJoinMapsOfDifferentTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OffsetMap.identity(3).then(OffsetMap.identity(4)))
                .withMessage("offset maps do not meet: expected a text of 3, got 4");
    }

    @Test
    void refusesASpanBeyondTheText() {
        assertThatThrownBy(() -> GLOSS.toOriginal(new Span(0, 3)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("span Span[start=0, end=3]: expected an end of at most 2");
    }
}
