package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Matcher;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OtherBodySignsTest {

    static List<KnownPattern<OtherBodySigns.Sign>> entries() {
        return OtherBodySigns.bundled().entries();
    }

    /** As the reader holds them against a text: a name by any part of it, all others by the beginning of a clause. */
    private static boolean fits(KnownPattern<OtherBodySigns.Sign> entry, String text) {
        Matcher matcher = entry.pattern().matcher(text);
        return switch (entry.sign()) {
            case COMMON, TOPONYM, BUREAU -> matcher.find();
            default -> matcher.lookingAt();
        };
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<OtherBodySigns.Sign> entry) {
        assertThat(fits(entry, entry.example())).isTrue();
        assertThat(fits(entry, entry.counterExample())).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).contains(OtherBodySigns.Sign.values());
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsLine() {
        String entry = """
                - sign: lead
                  pattern: '同时'
                  example: 同时
                  counter_example: 同意
                """;
        assertThat(OtherBodySigns.of(entry).entries()).hasSize(1);
        assertThatThrownBy(() -> OtherBodySigns.of(entry.replace("lead", "leads")))
                .hasMessageContaining(
                        "other_bodies.yml:1: sign: expected a sign that the head of the file names, got leads");
        assertThatThrownBy(() -> OtherBodySigns.of(entry.replace("'同时'", "'('")))
                .hasMessageContaining("other_bodies.yml:2: pattern: expected a regular expression (");
    }
}
