package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTitleTest {

    @ParameterizedTest
    @CsvSource({
        "清禾县人民政府2023年度法治政府建设情况报告, 2023",
        "清禾县2023年法治政府建设年度报告, 2023",
        "清禾县司法局二〇二三年度法治政府建设工作总结, 2023",
        "清禾县司法局二○二一年法治政府建设报告, 2021",
        "清禾县司法局二零二零年依法行政工作总结, 2020",
        "清禾县２０２２年度法治政府建设报告, 2022",
        "清禾县 2022 年 度法治政府建设报告, 2022",
        "2022年清禾县法治政府建设工作总结和2023年工作计划, 2022",
        "清禾县2021法治政府建设年度报告, 2021",
        "清禾县2016-2020年法治政府建设情况报告, 2020",
        "清禾县2016年至2020年法治政府建设情况报告, 2020",
        "关于贯彻《法治政府建设实施纲要（2021—2025年）》2024年度工作情况的报告, 2024",
        "清禾县法治政府建设年度报告（2021年）, 2021",
        "（2024年1月15日）清禾县2023年法治政府建设报告, 2023"
    })
    void readsTheYearReportedOn(String title, int year) {
        assertThat(ReportTitle.year(title)).isEqualTo(OptionalInt.of(year));
    }

    @ParameterizedTest
    @CsvSource({"清禾县法治政府建设年度报告", "清禾县法治政府建设（120232年）报告", "法治政府建设实施纲要五年总结", "20xx年法治政府建设报告"})
    void findsNoYearWhereNoneIsNamed(String title) {
        assertThat(ReportTitle.year(title)).isEmpty();
    }

    @Test
    void isQuickOnLongTitles() {
        assertThat(ReportTitle.year("二〇".repeat(100_000))).isEmpty();
        assertThat(ReportTitle.year("2023".repeat(100_000))).isEmpty();
    }
}
