package org.fazhi.warehouse.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a number stands whole in the sentence that is quoted. */
class PlacesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            受理9件       | 受理9件         | 9件  | 1
            共。受理9件。完 | 受理9件。     | 9件  | 1
            “受理9件”     | 受理9件         | 9件  | 1
            不予受理9件   | 受理9件         | 9件  | 0
            受理9件余     | 受理9件         | 9件  | 0
            共。 受理9件 。| 受理9件        | 9件  | 1
            受理79件      | 受理79件        | 9件  | 0
            受理1.9件     | 受理1.9件       | 9件  | 0
            受理1,009件   | 受理1,009件     | 9件  | 0
            受理第.9件    | 受理第.9件      | 9件  | 1
            .9件受理      | .9件受理        | 9件  | 1
            受理9件9件    | 受理9件9件      | 9件  | 2
            9件           | 9件             | 9件  | 1
            编号9         | 编号9           | 9    | 1
            编号98        | 编号98          | 9    | 0
            编号9.8       | 编号9.8         | 9    | 0
            编号9,8       | 编号9,8         | 9    | 0
            编号9.x       | 编号9.x         | 9    | 1
            编号9:8       | 编号9:8         | 9    | 1
            编号0.0       | 编号0.0         | 0    | 0
            编号9.9       | 编号9.9         | 9    | 0
            受理9件       | 。；            | 9件  | 0
            受理9件。另9件| 受理9件         | 9件  | 1
            """)
    void countsWholeNumbersOfAWholeSentence(String text, String sentence, String raw, int count) {
        Quote quote = new Quote(sentence, raw, OptionalInt.empty());
        assertThat(Places.of(FoldedText.of(text), List.of(), quote)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"59, 0", "60, 1", "61, 1"})
    void findsALongQuoteAnywhere(int length, int count) {
        String quote = "9件" + "长".repeat(length - 2);
        assertThat(Places.of(FoldedText.of("前" + quote + "后"), List.of(), new Quote(quote, "9件", OptionalInt.empty())))
                .hasSize(count);
    }
}
