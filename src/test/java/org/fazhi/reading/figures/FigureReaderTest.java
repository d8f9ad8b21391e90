package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureReaderTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void pointsToTheSentenceTheNumberStandsIn() {
        String text = "全县扎实推进工作。受理案件30件,办结28件。成效明显。";
        Outline outline = Outliner.outline(text);

        assertThat(FigureReader.read(outline, 2023))
                .extracting(figure -> figure.sentence().of(text))
                .containsExactly("受理案件30件,办结28件。", "受理案件30件,办结28件。");
    }

    /** Where the text does not say to when a total runs, nothing is said; a programme's years are not the total's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021年至2024年,全县累计受理案件30件。|2024-12",
                "2021—2023年累计受理案件30件。|2023-12",
                "2021年至2024年9月累计受理案件30件。|2024-09",
                "截至2023年,全县累计受理案件30件。|2023-12",
                "截至10月底,全县累计受理案件30件。|2024-10",
                "截至2024年底,全县累计受理案件30件。|2024-12",
                "累计受理案件30件。|",
                "自2021年以来受理案件30件。|",
                "落实2021—2025年规划,累计受理案件30件。|",
                "累计受理案件30件,是2021年至2023年的总和。|",
                "2021年至2024年,受理案件30件。|2024-12",
            })
    void saysToWhenATotalRunsWhereTheSentenceDoes(String text, @Nullable String asOf) {
        assertThat(FigureReader.read(Outliner.outline(text), 2024))
                .extracting(figure -> figure.asOf().map(Object::toString).orElse(null))
                .containsExactly(asOf);
    }

    @Test
    void readsNoFigureOutsideTheBody() {
        String text = "浏览次数:356次\n2023年,受理案件30件。\n云陵县司法局\n2024年1月12日\n抄送:各单位12份。";

        assertThat(FigureReader.read(Outliner.outline(text), 2023)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "一", "万", "1件", "一件", "《", "“", "1-", "、1", "共", "下一步1件\n", "一、", "(一)1.", "增长", "百分之", "1、1、",
                "，1,"
            })
    void takesTimeInProportionToAHostileText(String piece) {
        int length = piece.length() == 1 ? MEGABYTE : MEGABYTE / 8;
        String text = "全县受理案件,共" + piece.repeat(length / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> FigureReader.read(Outliner.outline(text), 2023));
    }

    private static final List<String> PIECES = List.of(
            "12", "3.5", "万", "亿", "余", "件", "人次", "%", "个百分点", "一", "三", "十", "百", "零", "点", "年", "月", "日", "第", "近",
            "约", "超", "不低于", "以上", "、", "，", "。", "\n", "《", "》", "“", "”", "-", "+", "至", "增长", "减少", "率为", "0", "１２",
            " ", "\u00a0", "〔2023〕", "百分之", "（次）", "累计", "截至11月底", "拟", "两", "元", "1,234");

    @ParameterizedTest
    @Seeded(tries = 1000)
    void keepsEverySpanInsideTheBodyInOrderAndApart(Draw draw) {
        String text = "全县" + draw.pieces(40, PIECES);
        Outline outline = Outliner.outline(text);
        List<Figure> figures = FigureReader.read(outline, 2023);
        int end = 0;
        for (Figure figure : figures) {
            assertThat(outline.body().contains(figure.span())).isTrue();
            assertThat(figure.sentence().contains(figure.span())).isTrue();
            assertThat(figure.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(figure.span().isEmpty()).isFalse();
            assertThat(figure.unit()).isNotEmpty();
            figure.valueHigh().ifPresent(high -> assertThat(high).isGreaterThan(figure.value()));
            end = figure.span().end();
        }
    }

    @Test
    void numbersTheFiguresWithoutTheRanksBetween() {
        Outline outline = Outliner.outline("情况\n指标\t名次\t数量\n受理案件（件）\t3\t120\n");
        assertThat(FigureReader.read(outline, 2023))
                .extracting(Figure::ordinal, figure -> figure.value().intValue())
                .containsExactly(tuple(0, 120));
    }
}
