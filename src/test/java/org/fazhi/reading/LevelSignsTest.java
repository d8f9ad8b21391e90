package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.harvest.source.ReportKind;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LevelSignsTest {

    static List<KnownPattern<LevelSigns.Sign>> entries() {
        return LevelSigns.bundled().entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<LevelSigns.Sign> entry) {
        assertThat(entry.pattern().matcher(entry.example()).find()).isTrue();
        assertThat(entry.pattern().matcher(entry.counterExample()).find()).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).containsOnly(LevelSigns.Sign.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a place above, three times, and never the own one
                "true  | 松陂县人民政府         | 全市受理310件，我市审结286件，全市共调解520件。",
                "true  | 松陂县人民政府         | 全省受理310件，我省审结286件，全省共调解520件。",
                "true  | 青砚市人民政府         | 全省受理310件，我省审结286件，全省共调解520件。",
                "true  | 青砚州人民政府         | 全省受理310件，本省审结286件，全省共调解520件。",
                // too seldom, by two levels too
                "false | 松陂县人民政府         | 全市受理310件，我市审结286件，共调解520件。",
                "false | 松陂县人民政府         | 全市受理310件，我市审结286件，全省共调解520件。",
                // its own place once, or a body of its level
                "false | 松陂县人民政府         | 全市受理310件，我市审结286件，全市共调解520件，全县42件。",
                "false | 松陂县人民政府         | 在县委、县政府的领导下，全市受理310件，我市审结286件，全市共调解520件。",
                // bodies above alone
                "false | 松陂县人民政府         | 在市委领导下，向市政府报告，经市政府同意，向市人大报告310件。",
                // no higher level, its own, or one that its name has besides
                "false | 松陂市人民政府         | 全县受理310件，我县审结286件，全县共调解520件。",
                "false | 松陂市人民政府         | 全市受理310件，我市审结286件，全市共调解520件。",
                "false | 松陂州人民政府         | 全市受理310件，我市审结286件，全市共调解520件。",
                "false | 青砚市松陂县司法局     | 全市受理310件，我市审结286件，全市共调解520件。",
                "false | 青砚市松陂县司法局     | 全州受理310件，本州审结286件，全州共调解520件。",
                "false | 松陂海关             | 全市受理310件，我市审结286件，全市共调解520件。",
                // what only looks so
                "false | 松陂县人民政府         | 全市场受理310件，本市场审结286件，全市场共调解520件。"
            })
    void tellsATextOfAPlaceAbove(boolean isHigher, String publisher, String text) {
        assertThat(LevelSigns.bundled().isOfHigherLevel(text, List.of(publisher)))
                .isEqualTo(isHigher);
    }

    /** What the place was before: a district that was a city says 全市 of that year. */
    @Test
    void knowsTheLevelsAPlaceHadBefore() {
        String text = "全市受理310件，我市审结286件，全市共调解520件。";

        assertThat(LevelSigns.bundled().isOfHigherLevel(text, List.of("松陂区人民政府", "松陂市")))
                .isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsLine() {
        String entry = """
                - sign: place
                  pattern: '全(?<level>[县市])'
                  example: 全县
                  counter_example: 全力
                """;
        assertThat(LevelSigns.of(entry).entries()).hasSize(1);
        assertThatThrownBy(() -> LevelSigns.of(entry.replace("sign: place", "sign: town")))
                .hasMessageContaining(
                        "level_signs.yml:1: sign: expected a sign that the head of the file names, got town");
        assertThatThrownBy(() -> LevelSigns.of(entry.replace("?<level>", "")))
                .hasMessageContaining("level_signs.yml: pattern: expected a group level, got 全([县市])");
    }

    @Test
    void leavesAnUnsignedReportOfAPlaceAboveToNobodyOrToTheBodyItNames() {
        assertThat(issuer("我县", "县", "")).isEqualTo("松陂县人民政府");
        assertThat(issuer("我市", "市", "")).isEqualTo("no_issuer");
        assertThat(issuer("我市", "市", "青砚市人民政府印发方案。")).isEqualTo("青砚市人民政府");
        // 即墨区 was 即墨市 until 2017.
        assertThat(issuer("我市", "市", "", "即墨区人民政府", "370215")).isEqualTo("即墨区人民政府");
        assertThat(issuer("我市", "市", "", "崂山区人民政府", "370212")).isEqualTo("no_issuer");
        // 青岛市 itself, by a publisher whose name says no level but that of a part.
        assertThat(issuer("我市", "市", "", "青岛高新区管委会", "370200")).isEqualTo("青岛高新区管委会");
        // A bare word that two levels have is the publisher's only where the text may be.
        assertThat(issuer("我县", "县", "司法局", "松陂县司法局", "991221")).isEqualTo("松陂县司法局");
    }

    private static String issuer(String own, String level, String more) {
        return issuer(own, level, more, "松陂县人民政府", "991221");
    }

    private static String issuer(String own, String level, String more, String publisher, String region) {
        String text = ("<p>" + own + "坚持依法行政，各项工作取得新的成效，现将有关情况报告如下。" + more + "</p>")
                + ("<p>全" + level + "受理行政复议案件79件，审结66件，" + own + "开展普法宣传活动三百余场次，群众法治意识明显增强。"
                                + "各部门认真履行职责，扎实推进各项任务落实到位，营商环境不断优化，执法水平稳步提升。</p>")
                        .repeat(4);
        Reading reading = new ReportReader(IndicatorDictionary.read())
                .read(new PageInput(
                        URI.create("http://songbei.example/2023.html"),
                        "<html><head><title>2016年度法治政府建设年度报告</title></head><body><h1>2016年度法治政府建设年度报告</h1>"
                                + "<div class='TRS_Editor'>" + text + "</div></body></html>",
                        true,
                        Optional.of(publisher),
                        Optional.of(region),
                        Optional.of(IssuerKind.GOVERNMENT),
                        ReportKind.RULE_OF_LAW,
                        Optional.empty(),
                        Optional.empty(),
                        false));
        return reading instanceof Reading.Read read
                ? read.facts().issuer()
                : ((Reading.Quarantined) reading).reason().code();
    }
}
