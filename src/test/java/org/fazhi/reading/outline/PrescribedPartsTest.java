package org.fazhi.reading.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrescribedPartsTest {

    static List<KnownPattern<Compliance.Sign>> entries() {
        return KnownPattern.bundled(Compliance.FILE, Compliance.Sign.values());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<Compliance.Sign> entry) {
        assertThat(entry.pattern().matcher(entry.example()).find()).isTrue();
        assertThat(entry.pattern().matcher(entry.counterExample()).find()).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).contains(Compliance.Sign.values());
    }

    /** A part may stand in the text without a chapter; a chapter on leadership counts where its heading names persons. */
    @Test
    void countsAPartByItsWordsOrItsChapter() {
        assertThat(parts("一、主要工作\n持续改进执法方式，行政复议案件办理质量提高。\n二、加强组织领导\n各部门协同配合。\n"))
                .isEqualTo("achievements");
        assertThat(parts("一、主要工作\n各部门协同配合。\n二、党政主要负责人履职情况\n各部门协同配合。\n")).isEqualTo("leadership achievements");
        assertThat(parts("一、主要工作\n认真履行推进法治建设第一责任人职责。基层力量还存在一些不足。下一步将加强监督。\n"))
                .isEqualTo("leadership achievements problems plan");
        assertThat(parts("四、其他需要报告的情况\n各部门协同配合，企业安全生产第一责任人责任压实。\n")).isEqualTo("other");
    }

    private static String parts(String text) {
        StringBuilder present = new StringBuilder();
        Compliance.parts(Outliner.outline(text)).forEach((role, isPresent) -> {
            if (isPresent) {
                present.append(present.isEmpty() ? "" : " ").append(role.code());
            }
        });
        return present.toString();
    }
}
