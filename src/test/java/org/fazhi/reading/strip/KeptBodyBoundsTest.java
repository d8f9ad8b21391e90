package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fazhi.reading.strip.KeptBodyTest.MARKUP;
import static org.fazhi.reading.strip.KeptBodyTest.TEXT;
import static org.fazhi.reading.strip.KeptBodyTest.page;
import static org.fazhi.reading.strip.KeptBodyTest.reasonOf;
import static org.fazhi.reading.strip.KeptBodyTest.strip;

import java.util.stream.Stream;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much of what a page keeps is looked at, and that nothing of it takes long. */
class KeptBodyBoundsTest {

    @Test
    void aTextOfMoreThanThreeMillionCharactersIsNotLookedAt() {
        String blanks = " ".repeat(3_000_000);

        assertThat(reasonOf(page("<textarea>" + TEXT + blanks + "</textarea>"))).isEqualTo(Reason.CHROME_ONLY);
        assertThat(strip(page("<textarea>" + TEXT + blanks.substring(TEXT.length()) + "</textarea>"))
                        .text())
                .isEqualTo(TEXT);
    }

    @Test
    void aTextWithMoreTagsThanAPageMayHaveIsNotParsed() {
        String tags = "&lt;b>".repeat(HtmlStripper.MOST_TAGS);

        assertThat(reasonOf(page("<textarea>" + MARKUP + tags + "</textarea>"))).isEqualTo(Reason.CHROME_ONLY);
    }

    @Test
    void nothingBehindTwoHundredTextsIsLookedAt() {
        String lengthy = "<textarea>" + "查".repeat(KeptTexts.SHORTEST) + "</textarea>";
        String report = "<textarea>" + MARKUP + "</textarea>";

        assertThat(strip(page(lengthy.repeat(KeptTexts.MOST - 1) + report)).text())
                .isEqualTo(TEXT);
        assertThat(reasonOf(page(lengthy.repeat(KeptTexts.MOST) + report))).isEqualTo(Reason.CHROME_ONLY);
    }

    static Stream<Named<String>> hostile() {
        return Stream.of(
                Named.of("open braces", "<script>var a = " + "{\"a\":[".repeat(300_000) + "</script>"),
                Named.of("open marks", "<script>" + "`\\".repeat(500_000) + "</script>"),
                Named.of("joined marks", "<script>var a = " + "'查无此项，请重试。' + ".repeat(200_000) + "</script>"),
                Named.of("half an escape", "<script>var a = \"" + "\\u12 \\xz".repeat(100_000) + "\\</script>"),
                Named.of("a broken encoding", "<textarea>" + "%E4%BD%".repeat(100_000) + "</textarea>"),
                Named.of("textareas in textareas", "<textarea>".repeat(100_000) + "</textarea>"),
                Named.of(
                        "many strings",
                        "<script>[" + "'" + "法治。".repeat(50) + "',".repeat(3) + "'a',".repeat(400_000) + "]</script>"),
                Named.of("JSON in JSON", "<textarea>" + "[\\\"".repeat(300_000) + "</textarea>"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileStateEndsInBoundedTime(String keeper) {
        assertThat(reasonOf(page(keeper))).isEqualTo(Reason.CHROME_ONLY);
    }
}
