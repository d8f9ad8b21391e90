package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.fazhi.reading.figures.Figure;
import org.fazhi.reading.outline.Outliner;
import org.fazhi.testing.Draw;
import org.fazhi.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule cannot say: how figures, subjects and lists hang together. */
class IndicatorMatcherTest {

    private static final IndicatorMatcher MATCHER = new IndicatorMatcher(IndicatorDictionary.read());

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The subject is carried through the sentence, and over sentences of the same item.
                "受理行政复议案件[79件|reconsideration.accepted],结案[66件|reconsideration.concluded],纠错率[28.8%|reconsideration.correction_rate]。",
                "三是规范行政复议。全年共受理案件[40件|reconsideration.accepted]。审结[38件|reconsideration.concluded]。",
                // Another subject takes over.
                "受理行政复议案件[20件|reconsideration.accepted],劳动仲裁案件[15件|-],结案[14件|-]。",
                // Brackets stand aside.
                "受理行政复议案件(含上年结转[5件|-])[79件|reconsideration.accepted],审结[70件|reconsideration.concluded]。",
                // Members of a list answer one by one.
                "省级、市级民主法治示范村分别为[3个|publicity.demo_villages_provincial]、[9个|publicity.demo_villages_municipal]。",
                // Parts have no code unless the part is an indicator.
                "调解纠纷[900件|mediation.disputes],其中婚姻家庭纠纷[200件|-],邻里纠纷[100件|-]。",
                "办理法律援助案件[90件|legal_aid.cases],其中民事[50件|legal_aid.civil_cases]、农民工讨薪[20件|-]。",
                // Changes, plans and norms have none.
                "受理行政复议案件[79件|reconsideration.accepted],增长[12%|-|increase]。",
                "力争负责人出庭应诉率达到[100%|-|plan]。",
                // A cut of handling time is an indicator.
                "审批时限平均压缩[70%|services.time_cut_rate|decrease]。",
                // Number before the noun, and a number that counts bodies.
                "[5件|normative.issued]规范性文件印发实施。",
                "[33个|-]行政执法单位办理行政处罚案件[800件|enforcement.cases]。",
                // Both bodies have a value.
                "县委理论学习中心组学法[3次|leadership.study_sessions],县政府常务会议学法[6次|leadership.study_sessions]。",
                // Quotation marks and spaces inside words do not matter.
                "培养“法律 明白人”[300人|publicity.law_literates]。",
                // A title names no subject.
                "印发《行政复议案件办理规程》[200份|-]。"
            })
    void codes(String marked) {
        CodeScore score = new CodeScore();
        score.add(LabelledReport.of("case", marked), MATCHER);
        assertThat(score.f1()).as(score.toString()).isEqualTo(1);
        assertThat(score.toString()).doesNotContain("expected");
    }

    @Test
    void explainsWhichRuleWonAndWhyTheOthersDidNot() {
        LabelledReport report = LabelledReport.of("case", "受理行政复议案件[79件|-],审结[66件|-]。");
        Explanation why = MATCHER.explain(
                report.outline(), report.figures(), report.figures().get(1));
        assertThat(why.figure().code()).contains("reconsideration.concluded");
        assertThat(why.context()).isEqualTo("审结[66件] · subject reconsideration (sentence)");
        assertThat(why.trials().get(0).rule()).isEqualTo(why.figure().rule());
        assertThat(why.trials())
                .filteredOn(trial -> trial.code().equals("legal_aid.cases"))
                .isNotEmpty()
                .allMatch(trial -> !trial.fits() && !trial.reason().isEmpty());
    }

    @Test
    void statesLessConfidenceTheFartherTheSubjectWasCarried() {
        LabelledReport report = LabelledReport.of("case", "一、行政复议工作\n全年受理案件[79件|-]。\n受理行政复议案件[80件|-]。");
        List<CodedFigure> coded = MATCHER.match(report.outline(), report.figures());
        assertThat(coded).allMatch(figure -> figure.code().isPresent());
        assertThat(coded.get(0).confidence()).isLessThan(coded.get(1).confidence());
    }

    /** Any text of the genre's own words and signs, however broken, is matched without a fault. */
    @ParameterizedTest
    @Seeded(tries = 200)
    void neverFails(Draw draw) {
        List<String> pieces = List.of(
                "受理", "行政复议", "[9件|-]", "[5%|-]", "、", ",", "。", "(", ")", "其中", "分别", "《", "》", "\n", "一是", "“");
        String marked = draw.pieces(60, pieces);
        LabelledReport report = LabelledReport.of("broken", marked);
        List<CodedFigure> coded = MATCHER.match(report.outline(), report.figures());
        assertThat(coded).hasSameSizeAs(report.figures());
        assertThat(SelfChecks.run(coded, report.outline())).isNotNull();
    }

    @Test
    void takesTimeThatGrowsWithTheTextOnly() {
        String sentence = "受理行政复议案件[79件|-],结案[66件|-],确认违法、撤销共[19件|-],纠错率[28.8%|-]。";
        LabelledReport report = LabelledReport.of("long", sentence.repeat(2000));
        List<Figure> figures = report.figures();
        assertTimeout(
                Duration.ofSeconds(20),
                () -> MATCHER.match(Outliner.outline(report.outline().text()), figures));
    }
}
