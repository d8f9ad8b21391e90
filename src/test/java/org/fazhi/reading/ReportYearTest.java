package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportYearTest {

    @ParameterizedTest
    @CsvSource({
        "临江县人民政府关于2023年度法治政府建设情况的报告, 2023",
        "临江县 2 0 2 3 年法治政府建设年度报告, 2023",
        "临江县二〇二三年法治政府建设工作总结, 2023",
        "关于贯彻《法治政府建设实施纲要（2021-2025年）》2024年度工作情况的报告, 2024",
        "临江县司法局2022年法治政府建设情况和2023年工作安排的报告, 2022",
        "临江县法治政府建设年度报告（2021年）, 2021"
    })
    void isReadFromTheTitle(String title, int year) {
        assertThat(ReportYear.inTitle(title)).hasValue(year);
    }

    @Test
    void isNotReadFromADocumentNumberOrARange() {
        assertThat(ReportYear.inTitle("临政发〔2023〕8号 法治政府建设报告")).isEmpty();
    }

    @Test
    void isTheYearBeforeADateInSpring() {
        assertThat(ReportYear.fromDate(Optional.of("2024-01-15"))).hasValue(2023);
        assertThat(ReportYear.fromDate(Optional.of("2023-12-18"))).hasValue(2023);
        assertThat(ReportYear.fromDate(Optional.empty())).isEqualTo(OptionalInt.empty());
    }

    @Test
    void isReadFromTheOpeningButNotFromADate() {
        assertThat(ReportYear.inOpening("（2024年1月15日）2023年，全县坚持……")).hasValue(2023);
    }
}
