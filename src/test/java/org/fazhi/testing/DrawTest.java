package org.fazhi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;

class DrawTest {

    private static final List<String> NAMES = new ArrayList<>();

    @ParameterizedTest
    @Seeded(tries = 3, seed = 7)
    void namesEachTryByItsSeed(Draw draw, TestInfo info) {
        NAMES.add(info.getDisplayName() + " "
                + (draw.between(0, 1 << 20) == new Draw(6 + NAMES.size() + 1).between(0, 1 << 20)));
    }

    @AfterAll
    static void sawEveryTry() {
        assertThat(NAMES).hasSize(3);
        assertThat(NAMES.get(0)).contains("seed 7").endsWith("true");
        assertThat(NAMES.get(2)).contains("seed 9").endsWith("true");
    }

    @Test
    void drawsTheSameFromTheSameSeedAndAnotherFromAnother() {
        assertThat(new Draw(3).text(400)).isEqualTo(new Draw(3).text(400));
        assertThat(seeds().map(draw -> draw.between(0L, Long.MAX_VALUE / 2))
                        .distinct()
                        .count())
                .isGreaterThan(50);
    }

    @Test
    void keepsToTheRangeAndReachesBothEndsAndBetween() {
        Set<Integer> drawn = new TreeSet<>();
        seeds().forEach(draw -> IntStream.range(0, 20).forEach(i -> drawn.add(draw.between(3, 9))));
        assertThat(drawn).containsExactly(3, 4, 5, 6, 7, 8, 9);
        List<Integer> lengths =
                seeds().map(draw -> draw.list(40, draw::chance).size()).toList();
        assertThat(lengths).contains(0, 40).allMatch(length -> length <= 40);
        assertThat(lengths).anyMatch(length -> length > 10 && length < 30);
        assertThat(seeds().map(draw -> draw.between(1L, 999_999_999_999L)).toList())
                .allMatch(number -> number >= 1 && number <= 999_999_999_999L)
                .anyMatch(number -> number > 1 && number < 1_000_000)
                .anyMatch(number -> number > 1_000_000_000L && number < 999_999_999_999L);
    }

    @Test
    void drawsPairsAndFullWidthAndOnlyWhereAskedHalves() {
        String all = seeds().map(draw -> draw.text(40)).reduce("", String::concat);
        assertThat(all).contains("𠮷", "１", "\u3000", "\n");
        assertThat(all.codePoints()).noneMatch(DrawTest::isHalf);
        assertThat(seeds().map(draw -> draw.brokenText(40))
                        .reduce("", String::concat)
                        .codePoints())
                .anyMatch(DrawTest::isHalf);
    }

    private static boolean isHalf(int point) {
        return point >= 0xD800 && point < 0xE000;
    }

    private static Stream<Draw> seeds() {
        return IntStream.range(0, 100).mapToObj(Draw::new);
    }
}
