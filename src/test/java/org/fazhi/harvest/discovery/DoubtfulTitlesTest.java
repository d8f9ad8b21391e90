package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtfulTitlesTest {

    private static final String TITLE_PATTERN = Verdict.Reason.TITLE_PATTERN.code();

    static List<DoubtfulTitles.Entry> entries() {
        return DoubtfulTitles.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(DoubtfulTitles.Entry entry) {
        assertThat(entry.fits(entry.example())).isTrue();
        assertThat(entry.fits(entry.counterExample())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "清禾县2024年度依法治市工作报告",
                "清禾县法治建设年报（2024）",
                "清禾县2024年度述法报告",
                "清禾县水务局负责人2024年度述职述法",
                "清禾县2024年法治工作总结",
                "清禾县2024年全面依法治县工作情况",
                "清禾县２０２４年 全面依法治县 工作情况",
                "清禾县2024年全面依法治县工作情况.pdf",
                "清禾县2024年全面依法治县工作情况（审议稿）",
                "清禾县2024年依法治县工作情况的报告及2025年打算",
                "清禾县2024年全面依法治县工…",
                "2024年度工作报告（法治政府建设）",
                "清禾县2024年法治政府建设与示范创建工作情况的报告",
                "清禾县水务局2024年度法治政府建设暨督察整改工作情况报告",
                "清禾县人社局2024年法治机关建设暨普法依法治理工作总结",
                "清禾县医保局2024年法治医保建设、普法工作总结和2025年工作计划",
                ""
            })
    void doubtsWhatMayBeAReport(String title) {
        assertThat(DoubtfulTitles.bundled().mayBeReport(title, TITLE_PATTERN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "清禾县2024年法治宣传教育工作总结",
                "清禾县2024年法治督察情况报告",
                "清禾县2024年国民经济和社会发展情况报告",
                "清禾县召开2024年依法治县工作总结会",
                "县政府常务会议听取2024年依法治县工作情况报告",
                "关于报送2024年度述法报告的通知",
                "清禾县2024年法治建设工作要点",
                "清禾县2024年依法治县工作总结（解读）",
                "清禾县2024年依法治县工作总结（讨论稿）",
                "一图读懂清禾县2024年法治政府建设与示范创建工作情况的报告",
                "关于2024年法治政府建设与责任落实督察工作情况的报告",
                "2024年度工作报告（水务）",
                "讲述法治故事"
            })
    void doubtsNotWhatIsSurelyAnotherThing(String title) {
        assertThat(DoubtfulTitles.bundled().mayBeReport(title, TITLE_PATTERN)).isFalse();
    }

    @Test
    void leavesRowsOfOtherColumnsAndOfEarlierYearsAlone() {
        String title = "清禾县2024年全面依法治县工作情况";
        assertThat(DoubtfulTitles.bundled().mayBeReport(title, Verdict.Reason.OTHER_COLUMN.code()))
                .isFalse();
        assertThat(DoubtfulTitles.bundled().mayBeReport(title, Verdict.Reason.BEFORE_SINCE.code()))
                .isFalse();
        assertThat(DoubtfulTitles.bundled().mayBeReport(title, Verdict.Reason.OTHER_HOST.code()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "清禾县2024年度述法报告, 2024",
        "清禾县法治建设年报（2024）, 2024",
        "清禾县法治工作总结2024, 2024",
        "清禾县法治工作总结2024-05-06, 0",
        "清禾县法治工作总结2024年5月, 0",
        "清禾县法治工作总结, 0"
    })
    void tellsTheYearThatTheTitleNames(String title, int year) {
        assertThat(DoubtfulTitles.year(title).orElse(0)).isEqualTo(year);
    }

    @Test
    void refusesAnEntryWithItsLine() {
        assertThatThrownBy(() -> DoubtfulTitles.of("""
                        - sign: is_other
                          pattern: '('
                          example: a
                          counter_example: b
                        - sign: nothing
                          pattern: a
                          example: a
                        """))
                .hasMessageContaining("doubtful_titles.yml:2: pattern: expected a regular expression")
                .hasMessageContaining(
                        "doubtful_titles.yml:5: sign: expected may_be_report, is_other, is_report, is_draft, names_column or is_bare, got"
                                + " nothing")
                .hasMessageContaining("doubtful_titles.yml:5: counter_example: expected a value, got nothing");
    }
}
