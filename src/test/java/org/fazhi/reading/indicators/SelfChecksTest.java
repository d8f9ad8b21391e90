package org.fazhi.reading.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfChecksTest {

    private final IndicatorMatcher matcher = new IndicatorMatcher(IndicatorDictionary.read());

    private List<CheckResult> run(String marked) {
        LabelledReport report = LabelledReport.of("check", marked);
        return SelfChecks.run(matcher.match(report.outline(), report.figures()), report.outline());
    }

    @Test
    void confirmsACorrectionRateByTheCasesConcluded() {
        assertThat(run("受理行政复议案件[90件|-],审结[64件|-],撤销、确认违法[12件|-],纠错率[18.75%|-]。"))
                .containsExactly(new CheckResult(
                        "correction_rate",
                        CheckResult.Status.CONFIRMED,
                        "18.75 %",
                        "12 / 64 = 18.75 %",
                        List.of(1, 2, 3)));
    }

    @Test
    void confirmsACorrectionRateByTheCasesAcceptedWhereNoneIsConcluded() {
        assertThat(run("共受理行政复议案件[80件|-],纠错[12件|-],纠错率[15%|-]。"))
                .extracting(CheckResult::status)
                .containsExactly(CheckResult.Status.CONFIRMED);
    }

    @Test
    void saysWhatWouldMakeAContradictedRateRight() {
        assertThat(run("共受理行政复议案件[150件|-],纠错[21件|-],纠错率[17.5%|-]。"))
                .containsExactly(new CheckResult(
                        "correction_rate",
                        CheckResult.Status.CONTRADICTED,
                        "17.5 %",
                        "21 / 150 = 14.00 %; 17.5 % only if 120 were concluded",
                        List.of(0, 1, 2)));
    }

    @Test
    void findsTheWholeNumberBehindARateWhoseCountIsNotStated() {
        assertThat(run("办理行政复议案件[60件|-],审结[54件|-],直接纠错率为[12.96%|-]。"))
                .extracting(CheckResult::status, CheckResult::computed)
                .containsExactly(tuple(CheckResult.Status.CONFIRMED, "7 / 54 = 12.96 %"));
    }

    @Test
    void pairsEachPassRateWithItsOwnTest() {
        assertThat(run("参加执法人员综合法律考试[200人|-],合格[150人|-],通过率[75%|-];参加执法人员专业考试[80人|-],合格[60人|-],通过率[75%|-]。"))
                .filteredOn(result -> result.check().equals("exam_pass_rate"))
                .extracting(CheckResult::figures)
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
    }

    @Test
    void acceptsARateCutOffInsteadOfRounded() {
        assertThat(run("全年调解纠纷[300件|-],调解成功[299件|-],调解成功率[99.6%|-]。"))
                .extracting(CheckResult::status)
                .containsExactly(CheckResult.Status.CONFIRMED);
    }

    @Test
    void addsThePartsOfATotal() {
        assertThat(run("办理法律援助案件[90件|-],其中民事[50件|-],刑事[40件|-]。"))
                .containsExactly(new CheckResult(
                        "parts_total", CheckResult.Status.CONFIRMED, "90 件", "50 + 40 = 90", List.of(0, 1, 2)));
    }

    @Test
    void addsThePartsOfATotalThatHasNoCode() {
        assertThat(run("购置桌椅[30套|-],其中办公室[10套|-]、会议室[20套|-]。"))
                .extracting(CheckResult::check, CheckResult::status)
                .containsExactly(tuple("parts_total", CheckResult.Status.CONFIRMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "办理法律援助案件[90件|-],其中民事[50件|-],刑事[30件|-]。",
                "调解纠纷[50件|-],其中婚姻纠纷[30件|-],涉农纠纷[40件|-]。",
                "调解纠纷[300余件|-],调解成功[301件|-],调解成功率[98%|-]。",
                "受理行政复议案件[30件|-],审结[33件|-]。",
                "受理行政复议案件[30余件|-],纠错[3件|-],纠错率[12%|-]。",
                "公布事项[900项|-],全程网办事项[450项|-],全程网办率[60%|-]。",
                "调解纠纷[20件|-],防止上访[5件|-]。其中婚姻纠纷[12件|-],邻里纠纷[3件|-]。"
            })
    void doesNotContradictWhatMayBeMeantOtherwise(String text) {
        assertThat(run(text)).noneMatch(result -> result.status() == CheckResult.Status.CONTRADICTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "全年调解纠纷[300件|-],调解成功[310件|-]。",
                "全年调解纠纷[300件|-],调解成功[240件|-],调解成功率[98%|-]。",
                "行政机关负责人出庭应诉率[110%|-]。",
                "参加执法资格考试[50人|-],合格[55人|-]。",
                "评查案卷[40卷|-],其中处罚案卷[60卷|-]。"
            })
    void contradictsWhatCannotBe(String text) {
        assertThat(run(text)).anyMatch(result -> result.status() == CheckResult.Status.CONTRADICTED);
    }

    @Test
    void marksFiguresWithTheCheckThatConfirmedThem() {
        List<CheckResult> results = run("办理法律援助案件[90件|-],其中民事[50件|-],刑事[40件|-]。受理行政复议案件[9件|-],纠错[1件|-],纠错率[50%|-]。");
        assertThat(SelfChecks.verifiedBy(results))
                .isEqualTo(Map.of(0, "parts_total", 1, "parts_total", 2, "parts_total"));
    }
}
