package org.fazhi.reading.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"3", "— 3 —", "－3－", "第 3 页", "第3页 共12页", "3/12", "·3·"})
    void takesAPageNumberAway(String number) {
        assertThat(kept(List.of(List.of("正文。", "又一行。", "再一行。", number)))).containsExactly("正文。", "又一行。", "再一行。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127件", "2026年1月20日", "一、", "3.5%"})
    void leavesOtherShortLines(String line) {
        assertThat(kept(List.of(List.of("正文。", line)))).contains(line);
    }

    @Test
    void takesAwayWhatEveryPageRepeats() {
        List<List<String>> pages = IntStream.rangeClosed(1, 4)
                .mapToObj(page -> List.of(
                        "法治政府建设年度报告 " + page,
                        "正文" + "甲乙丙丁".charAt(page - 1),
                        "又一行" + "甲乙丙丁".charAt(page - 1),
                        "末行" + "甲乙丙丁".charAt(page - 1)))
                .toList();

        assertThat(kept(pages)).hasSize(12).noneMatch(line -> line.startsWith("法治政府建设年度报告"));
    }

    @Test
    void leavesWhatTwoPagesBeginWithByChance() {
        assertThat(kept(List.of(List.of("同一行。", "甲"), List.of("同一行。", "乙")))).hasSize(4);
    }

    private static List<String> kept(List<List<String>> pages) {
        List<List<PlacedLine>> placed = pages.stream()
                .map(lines -> lines.stream()
                        .map(line -> new PlacedLine(0, line, 80, 200, 16))
                        .toList())
                .toList();
        return Arrays.asList(
                RunningLines.without(placed).stream().map(PlacedLine::text).toArray(String[]::new));
    }
}
