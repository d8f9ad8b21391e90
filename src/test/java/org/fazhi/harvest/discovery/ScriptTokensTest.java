package org.fazhi.harvest.discovery;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "location.href = 'a' + n2;   | location.href = a + n2 ;",
                "a // b 'c'                  | a",
                "a /* b ' */ 'c'             | a c",
                "a = /'[/']/; 'b'            | a = ; b",
                "a = 6 / 2 / 'b'             | a = 6 / 2 / b",
                "'a\\'b\\u0041\\x42\\/'      | a'bAB/",
                "`p_${n + 1}.html`           | p_ + ( n + 1 ) + .html",
                "'open                       | open",
                "/* open                     | ^^",
                "`open ${                    | open  + ( ) +",
            })
    void cutsAScript(String script, String tokens) {
        assertThat(ScriptTokens.of(script).stream()
                        .map(ScriptTokens.Token::text)
                        .collect(joining(" "))
                        .strip())
                .isEqualTo(tokens == null ? "" : tokens);
    }

    /** What a site sends costs its length, whatever it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*",
                "'",
                "`${",
                "(",
                "a.",
                "/",
                "function f(a){",
                "location.href='/p_'+",
                "x='a';",
                "{",
                "parseInt("
            })
    void readsAnythingInTime(String part) {
        String script = part.repeat(400_000);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            assertThat(ScriptTokens.of(script).size()).isLessThan(200_010);
            assertThat(ScriptAddresses.of(ScriptTokens.of(script)).size()).isLessThanOrEqualTo(200);
        });
    }

    @Test
    void readsWhatEndsTooSoon() {
        String script =
                "var a = `x${n}`, b = '\\u00', c = /[/; function go(n) { location.href = 'p_' + (n - 1) + '.html' }";

        for (int end = 0; end <= script.length(); end++) {
            String cut = script.substring(0, end);
            assertThatCode(() -> ScriptAddresses.of(ScriptTokens.of(cut))).doesNotThrowAnyException();
        }
    }
}
