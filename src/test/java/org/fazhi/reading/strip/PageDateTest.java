package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDateTest {

    @ParameterizedTest
    @CsvSource({
        "2023-02-08 10:10, 2023-02-08",
        "2020年08月02日, 2020-08-02",
        "2023/2/8, 2023-02-08",
        "2023.2.8, 2023-02-08",
        "20230208, 2023-02-08",
        "２０２３年２月８日, 2023-02-08",
        "2023 年 2 月 8 日, 2023-02-08",
        "二〇二三年二月七日, 2023-02-07",
        "二○二三年十二月三十一日, 2023-12-31",
        "二零二三年十月二十日, 2023-10-20",
        "2026-09-28-21:50:00, 2026-09-28",
        "2024-03-21T16:30:00.000+0000, 2024-03-22",
        "2024-03-21T15:59:59Z, 2024-03-21",
        "2024-03-22T00:30:00+08:00, 2024-03-22",
        "2024-03-22T20:00:00+08:00, 2024-03-22",
        "2024-03-22T12:30-05:00, 2024-03-23",
        "2024-03-22T00:30, 2024-03-22",
        "2024-03-22T25:30:00Z, 2024-03-22",
        "发布于2021-13-40，改于2021-12-04, 2021-12-04"
    })
    void findsTheDate(String text, String date) {
        assertThat(PageDate.find(text)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年", "2月8日", "2023-02-30", "0208", "1234-56-78", "受理2023012345号", "", "一九二三年二月七日"})
    void findsNoDateWhereThereIsNone(String text) {
        assertThat(PageDate.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年2月7日起施行", "自2023-02-07", "2023-02-07至2023-03-01", "印发2023年2月7日"})
    void aDateAmongWordsIsNotOnlyADate(String text) {
        assertThat(PageDate.only(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年2月7日", " 2023-02-07 09:30 ", "二〇二三年二月七日"})
    void aDateWithATimeOfDayIsOnlyADate(String text) {
        assertThat(PageDate.only(text)).contains("2023-02-07");
    }
}
