package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of 16 points between a left margin of 80 and a right one of 500. */
class ParagraphsTest {

    private static final double SIZE = 16;

    private final List<PlacedLine> lines = new ArrayList<>();

    @Test
    void aFullLineGoesOnInTheNextAndANumberBrokenInTwoIsWhole() {
        line("全县受理行政复议案件1", 112, 500).line("27件，审结119件。", 80, 300).line("下一段从这里开始。", 112, 300);

        assertThat(Paragraphs.join(lines)).containsExactly("全县受理行政复议案件127件，审结119件。", "下一段从这里开始。");
    }

    @Test
    void aParagraphGoesOnOverThePage() {
        line("办理案件", 112, 500)
                .page(1)
                .line("74件，", 80, 500)
                .line("败诉5件。", 80, 200)
                .line("下段。", 112, 200);

        assertThat(Paragraphs.join(lines)).containsExactly("办理案件74件，败诉5件。", "下段。");
    }

    @Test
    void aShortLineEndsItsParagraph() {
        line("一、主要做法", 112, 210).line("正文第一行很长很长很长很长", 112, 500).line("到此为止。", 80, 200);

        assertThat(Paragraphs.join(lines)).containsExactly("一、主要做法", "正文第一行很长很长很长很长到此为止。");
    }

    @Test
    void withoutIndentsASentenceOrANumberBegins() {
        line("第一句写满了整整一行到这里为止。", 80, 500)
                .line("第二句也写满了整整一行，还没有完", 80, 500)
                .line("到这里才完，同样写满了一整行的字", 80, 500)
                .line("（二）又是一个标题", 80, 300)
                .line("正文。", 80, 120);

        assertThat(Paragraphs.join(lines))
                .containsExactly("第一句写满了整整一行到这里为止。", "第二句也写满了整整一行，还没有完到这里才完，同样写满了一整行的字", "（二）又是一个标题", "正文。");
    }

    @Test
    void aTitleSetLargeInTwoLinesIsOne() {
        lines.add(new PlacedLine(0, "临江县人民政府关于2025年度法治政府建", 90, 490, 22));
        lines.add(new PlacedLine(0, "设情况的报告", 220, 360, 22));
        lines.add(new PlacedLine(0, "2026年1月20日", 220, 360, 22));
        line("正文第一行写得" + "很长".repeat(20), 112, 500).line("完。", 80, 120);

        assertThat(Paragraphs.join(lines))
                .containsExactly("临江县人民政府关于2025年度法治政府建设情况的报告", "2026年1月20日", "正文第一行写得" + "很长".repeat(20) + "完。");
    }

    @Test
    void rowsOfATableStandForThemselves() {
        line("柳湾镇\t612件\t168件", 80, 500).line("石坪镇\t703件\t201件", 80, 500);

        assertThat(Paragraphs.join(lines)).hasSize(2);
    }

    @Test
    void wordsOfAnAlphabetKeepTheirSpaceAndNumbersDoNot() {
        line("采用World Justice", 112, 500)
                .line("Project指数，得分98.", 80, 500)
                .line("5分。", 80, 200)
                .line("下段。", 112, 200);

        assertThat(Paragraphs.join(lines).get(0)).isEqualTo("采用World Justice Project指数，得分98.5分。");
    }

    private int page;

    private ParagraphsTest page(int number) {
        page = number;
        return this;
    }

    private ParagraphsTest line(String text, double left, double right) {
        lines.add(new PlacedLine(page, text, left, right, SIZE));
        return this;
    }
}
