package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.fazhi.text.Span;
import org.fazhi.warehouse.store.TableWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class CodePointsTest {

    @ParameterizedTest
    @Seeded(tries = 300)
    void agreesWithCountingAtEveryBorderOfACharacter(Draw draw) {
        String any = draw.chance() ? draw.text(40) : draw.brokenText(40);
        CodePoints.of(any)
                .ifPresentOrElse(
                        points -> {
                            for (int i = 0; i <= any.length(); i++) {
                                Span span = new Span(i, i);
                                boolean isInside = i > 0
                                        && i < any.length()
                                        && Character.isSurrogatePair(any.charAt(i - 1), any.charAt(i));
                                assertThat(points.holds(span)).isEqualTo(!isInside);
                                if (!isInside) {
                                    assertThat(points.convert(i))
                                            .isEqualTo(span.toCodePoints(any).start());
                                }
                            }
                        },
                        () -> assertThat(any.codePoints().anyMatch(point -> point >= 0xD800 && point < 0xE000))
                                .isTrue());
    }

    @ParameterizedTest
    @Seeded(tries = 200)
    void countsPairsAmongOtherCharacters(Draw draw) {
        String before = draw.pieces(10, List.of("一", "x", "。"));
        String after = draw.pieces(10, List.of("二", "y"));
        String text = before + "𠮷" + after + "𠮷";
        CodePoints points = CodePoints.of(text).orElseThrow();
        assertThat(points.convert(before.length() + 2)).isEqualTo(before.length() + 1);
        assertThat(points.convert(text.length())).isEqualTo(before.length() + after.length() + 2);
        assertThat(points.holds(new Span(before.length() + 1, text.length()))).isFalse();
        assertThat(points.holds(new Span(0, text.length() + 1))).isFalse();
    }

    @Test
    void countsManyPairsAndHoldsNoSpanThatBeginsOrEndsInTheFirst() {
        CodePoints points = CodePoints.of("𠮷".repeat(100)).orElseThrow();
        assertThat(points.convert(200)).isEqualTo(100);
        assertThat(points.holds(new Span(0, 200))).isTrue();
        assertThat(points.holds(new Span(1, 200))).isFalse();
        assertThat(points.holds(new Span(0, 1))).isFalse();
        assertThat(points.holds(new Span(0, 201))).isFalse();
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(CodePoints.of("a\ud842")).isEmpty();
        assertThat(CodePoints.of("\udfb7a")).isEmpty();
        assertThat(CodePoints.of("\ud842\ud842\udfb7")).isEmpty();
    }

    @Test
    void givesOneIdToTheFormsOfOneUrl() {
        assertThat(DocumentIds.document("HTTP://Yunxi.example:80/a?b=1#top"))
                .isEqualTo(DocumentIds.document("http://yunxi.example/a?b=1"))
                .matches("[0-9a-f]{16}");
        assertThat(DocumentIds.normalForm("http://yunxi.example")).isEqualTo("http://yunxi.example/");
        assertThat(DocumentIds.normalForm("http://yunxi.example:8080/A%20b"))
                .isEqualTo("http://yunxi.example:8080/A%20b");
        assertThat(DocumentIds.normalForm("not a url")).isEqualTo("not a url");
        assertThat(DocumentIds.document("http://yunxi.example/a?b=2"))
                .isNotEqualTo(DocumentIds.document("http://yunxi.example/a?b=1"));
    }

    @Test
    void knowsWhichNumbersAValueColumnHoldsExactly() {
        assertThat(TableWriter.fits(new BigDecimal("999999999999999999.123456")))
                .isTrue();
        assertThat(TableWriter.fits(new BigDecimal("1.50000000"))).isTrue();
        assertThat(TableWriter.fits(new BigDecimal("0.1234567"))).isFalse();
        assertThat(TableWriter.fits(new BigDecimal("1E18"))).isFalse();
        assertThat(TableWriter.fits(new BigDecimal("1E17"))).isTrue();
    }
}
