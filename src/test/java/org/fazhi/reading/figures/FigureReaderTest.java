package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.fazhi.reading.outline.Outline;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
