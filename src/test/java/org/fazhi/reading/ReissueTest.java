package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReissueTest {

    static List<KnownPattern<Reissue.Sign>> entries() {
        return Reissue.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<Reissue.Sign> entry) {
        assertThat(Reissue.fits(entry, entry.example())).isTrue();
        assertThat(Reissue.fits(entry, entry.counterExample())).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).contains(Reissue.Sign.values());
    }

    @Test
    void looksAtBeginningAndEndOnly() {
        String note = "本报告因网站改版重新发布。";
        String prose = "一年来，各项工作稳步开展。".repeat(100);
        assertThat(Reissue.bundled().notice(note + prose)).isPresent();
        assertThat(Reissue.bundled().notice(prose + note)).isPresent();
        assertThat(Reissue.bundled().notice(prose + note + prose)).isEmpty();
    }

    @Test
    void readsTheDayThatTheNoticeNames() {
        assertThat(Reissue.day("本报告已于 2026 年1月20日公开，因网站改版重新发布")).contains(LocalDate.of(2026, 1, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"本报告已于2026年2月30日公开，现重新发布", "本报告已于年初公开，现重新发布"})
    void readsNoDayThatIsNone(String notice) {
        assertThat(Reissue.day(notice)).isEmpty();
    }
}
