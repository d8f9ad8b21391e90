package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.junit.jupiter.api.Test;

class TextStripperTest {

    private static final String BODY = """
            2022年，云溪县司法局坚持服务大局，统筹推进法治政府建设各项任务，现将有关情况报告如下。
            一、主要做法
            受理行政复议案件79件，结案66件，群众满意度保持在较高水平，行政争议化解成效明显提升。
            """;

    private static StrippedPage strip(String text) {
        return new TextStripper().strip(text);
    }

    @Test
    void keepsEveryLineAsItStandsInTheFile() {
        String text = "\u3000\u3000云溪县司法局2022年法治政府建设工作报告 \r\n\u00A0\r\n" + BODY + "云溪县司法局\u00A0\u00A0印\n";
        StrippedPage page = strip(text);
        assertThat(page.text().lines()).allSatisfy(line -> assertThat(text).contains(line));
        assertThat(page.text()).endsWith("云溪县司法局\u00A0\u00A0印");
    }

    @Test
    void everyBlockIsALineOfTheText() {
        StrippedPage page = strip("云溪县2022年法治政府建设报告\n" + BODY);
        assertThat(page.blocks().stream().map(block -> block.span().of(page.text())))
                .containsExactlyElementsOf(page.text().lines().toList());
    }

    @Test
    void joinsATitleBrokenOverTwoLines() {
        StrippedPage page = strip("云溪县司法局\n关于2022年法治政府建设情况的报告\n" + BODY);
        assertThat(page.metadata().first(Field.TITLE)).contains("云溪县司法局关于2022年法治政府建设情况的报告");
        assertThat(page.text()).startsWith("云溪县司法局\n关于2022年");
    }

    @Test
    void saysNoTitleWhereThereIsNone() {
        assertThat(strip(BODY).metadata().first(Field.TITLE)).isEmpty();
    }

    @Test
    void readsLabelsAndValuesOnLinesOfTheirOwn() {
        StrippedPage page = strip("索引号：\nYX01-0001-2023-00003\n发文字号\n云司〔2023〕5号\n发布机构：\n云溪县司法局\n成文日期：\n2023-01-09\n"
                + "云溪县司法局2022年法治政府建设报告\n" + BODY);
        assertThat(page.metadata().first(Field.INDEX_NUMBER)).contains("YX01-0001-2023-00003");
        assertThat(page.metadata().first(Field.DOCUMENT_NUMBER)).contains("云司〔2023〕5号");
        assertThat(page.metadata().first(Field.PUBLISHER)).contains("云溪县司法局");
        assertThat(page.metadata().first(Field.WRITTEN_DATE)).contains("2023-01-09");
        assertThat(page.text()).doesNotContain("YX01");
    }

    @Test
    void theMetadataBlockBeatsTheDamagedNumberInTheText() {
        StrippedPage page = strip("索引号：YX01-0001-2023-00003\n文号：云政文〔2023〕8号\n云溪县人民政府2022年法治政府建设报告\n云政文20238\n" + BODY);
        assertThat(page.metadata().first(Field.DOCUMENT_NUMBER)).contains("云政文〔2023〕8号");
    }

    @Test
    void readsTheNumberAboveTheTitleWhereThereIsNoBlock() {
        StrippedPage page = strip("云政发[2023]15号    签发人：某某\n云溪县人民政府2022年法治政府建设报告\n" + BODY);
        assertThat(page.metadata().all(Field.DOCUMENT_NUMBER))
                .containsExactly(new PageMetadata.Entry(Field.DOCUMENT_NUMBER, "云政发〔2023〕15号", Origin.BODY));
        assertThat(page.text()).contains("云政发[2023]15号");
    }

    @Test
    void aNumberQuotedInTheTextIsNotTheDocuments() {
        StrippedPage page = strip(BODY + "严格执行《云溪县重大行政决策程序规定》（云政发〔2021〕3号），重大决策全部履行法定程序。\n");
        assertThat(page.metadata().first(Field.DOCUMENT_NUMBER)).isEmpty();
    }

    @Test
    void signatureGivesTheDateOfWritingAndNotOfPublication() {
        StrippedPage page = strip(BODY + "云溪县司法局\n2023年1月11日\n（此件公开发布）\n");
        assertThat(page.metadata().first(Field.WRITTEN_DATE)).contains("2023-01-11");
        assertThat(page.metadata().first(Field.PUBLISHED_DATE)).isEmpty();
        assertThat(page.text()).contains("2023年1月11日");
    }

    @Test
    void theClockIsNeverADate() {
        StrippedPage page = strip("欢迎访问云溪县政府网站！今天是：2019年3月4日 星期一\n今天是2019年3月4日\n云溪县2022年法治政府建设报告\n" + BODY);
        assertThat(page.metadata().entries()).noneMatch(entry -> entry.value().contains("2019"));
        assertThat(page.text()).startsWith("云溪县2022年法治政府建设报告");
    }

    @Test
    void quarantinesAnEmptyText() {
        assertThatThrownBy(() -> strip(" \n\u3000\n\u200B"))
                .isInstanceOfSatisfying(
                        UnreadablePageException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("empty_page"));
    }

    @Test
    void quarantinesATextTooShortToBeAReport() {
        assertThatThrownBy(() -> strip("法治政府建设情况见附件。"))
                .isInstanceOfSatisfying(
                        UnreadablePageException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("no_main_text"));
    }

    @Test
    void keepsAHeaderRowThatNamesTheSameThingsAsAMetadataBlock() {
        String table = "文件名称\t文号\t发文日期\n关于规范执法的办法\t云政办〔2022〕4号\t2022-05-06\n";
        StrippedPage page = strip("云溪县2022年法治政府建设报告\n" + BODY + table + "以上文件均已公布，未发生因文件违法引发的复议诉讼案件，备案审查全部通过。\n");
        assertThat(page.text()).contains(table.strip());
        assertThat(page.metadata().first(Field.DOCUMENT_NUMBER)).isEmpty();
    }

    @Test
    void aTimeLineBelowTheBlockIsAByline() {
        StrippedPage page = strip("索引号： 11999/2024-01234 主题分类： 综合政务\n发布机构： 黑松县政府办 发文日期： 2024年01月15日\n"
                + "黑松县2023年法治政府建设情况报告\n发布时间：2024-01-16 15:22 来源：黑松县司法局 阅读：231 次\n" + BODY);
        assertThat(page.metadata().all(Field.PUBLISHED_DATE))
                .containsExactly(new PageMetadata.Entry(Field.PUBLISHED_DATE, "2024-01-16", Origin.BYLINE));
        assertThat(page.metadata().first(Field.PUBLISHER)).contains("黑松县政府办");
        assertThat(page.metadata().first(Field.WRITTEN_DATE)).contains("2024-01-15");
        assertThat(page.text()).doesNotContain("阅读");
    }
}
