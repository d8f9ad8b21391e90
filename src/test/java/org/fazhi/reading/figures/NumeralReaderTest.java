package org.fazhi.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "180|180",
                "１６００|1600",
                "93.6|93.6",
                "1,234|1234",
                "1428.44万|14284400",
                "4.4亿|440000000",
                "1.2万亿|1200000000000",
                "二十三|23",
                "一百零五|105",
                "两千四百|2400",
                "十|10",
                "十五|15",
                "廿三|23",
                "一万三|13000",
                "二〇二三|2023",
                "壹佰贰拾|120",
                "三点五|3.5",
                "一点五万|15000",
                "7万5千|75000",
                "3千|3000",
                "四万万|400000000"
            })
    void readsTheWholeNumberExactly(String text, BigDecimal value) {
        assertThat(NumeralReader.parse(text))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @CsvSource({"10余万人,4", "12百姓,2", "500千瓦,3", "30多件,2", "5万余份,2", "12一,2"})
    void endsWhereTheNumberEnds(String text, int end) {
        assertThat(NumeralReader.readAt(text, 0, text.length()))
                .hasValueSatisfying(read -> assertThat(read.span().end()).isEqualTo(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"二三十", "十五六", "余", "点", "", "件"})
    void readsNoNumberFromVagueOrOtherWords(String text) {
        assertThat(NumeralReader.parse(text)).isEmpty();
    }

    @Test
    void passesOverARunTooLongForANumber() {
        assertThat(NumeralReader.readAt("9".repeat(100), 0, 100)).isEmpty();
    }

    @ParameterizedTest
    @Seeded(tries = 500)
    void readsBackEveryNumberWrittenInWords(Draw draw) {
        long number = draw.between(1, 999_999_999_999L);
        assertThat(NumeralReader.parse(inWords(number)))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(BigDecimal.valueOf(number)));
    }

    @ParameterizedTest
    @Seeded(tries = 300)
    void readsBackEveryDecimal(Draw draw) {
        BigDecimal number = BigDecimal.valueOf(draw.between(0L, 99_999_999L), 2);
        assertThat(NumeralReader.parse(number.toPlainString()))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    /** The standard way to write a number in Chinese, with 零 for each gap. */
    private static String inWords(long number) {
        StringBuilder words = new StringBuilder();
        long[] units = {100_000_000L, 10_000L, 1L};
        String[] names = {"亿", "万", ""};
        long rest = number;
        for (int i = 0; i < units.length; i++) {
            long part = rest / units[i];
            rest %= units[i];
            if (part > 0) {
                boolean gap = !words.isEmpty() && part < 1000;
                words.append(gap ? "零" : "").append(belowMyriad(part)).append(names[i]);
            }
        }
        return words.toString();
    }

    private static String belowMyriad(long part) {
        StringBuilder words = new StringBuilder();
        long[] units = {1000, 100, 10, 1};
        String[] names = {"千", "百", "十", ""};
        boolean gap = false;
        long rest = part;
        for (int i = 0; i < units.length; i++) {
            long digit = rest / units[i];
            rest %= units[i];
            if (digit == 0) {
                gap = !words.isEmpty();
            } else {
                words.append(gap ? "零" : "")
                        .append("零一二三四五六七八九".charAt((int) digit))
                        .append(names[i]);
                gap = false;
            }
        }
        return words.toString();
    }
}
