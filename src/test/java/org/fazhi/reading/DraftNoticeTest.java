package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.reason.Reason;
import org.fazhi.text.KnownPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftNoticeTest {

    private static final String PROSE = "一年来，坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";

    private static final ReportReader READER = new ReportReader(IndicatorDictionary.read());

    static List<KnownPattern<DraftNotice.Sign>> entries() {
        return DraftNotice.bundled().entries();
    }

    private static Reading read(String head, String middle, String tail) {
        String text = "松陂县人民政府2023年法治政府建设年度报告\n" + head + "\n" + PROSE.repeat(16) + "\n" + middle + "\n"
                + "一、主要工作\n受理行政复议案件120件。\n" + PROSE.repeat(16) + "\n" + tail;
        return READER.read(PageInput.alone(URI.create("file:///draft"), text, false));
    }

    private static boolean isDraft(Reading reading) {
        return reading instanceof Reading.Ignored ignored && ignored.reason() == Reason.DRAFT;
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsItsExampleAndNotItsCounterExample(KnownPattern<DraftNotice.Sign> entry) {
        assertThat(DraftNotice.fits(entry, entry.example())).isTrue();
        assertThat(DraftNotice.fits(entry, entry.counterExample())).isFalse();
    }

    @Test
    void hasEverySign() {
        assertThat(entries()).extracting(KnownPattern::sign).contains(DraftNotice.Sign.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "为增强报告的科学性，我办起草了松陂县2023年法治政府建设年度报告，现向社会公开征求意见，请于2024年1月20日前将意见反馈至县司法局。",
                "现将《松陂县2023年法治政府建设年度报告》予以公布，公开征求社会各界意见。如有意见，请于2024年1月20日17时前提出。",
                "现就松陂县2023年法治政府建设情况报告面向社会公开征集意见建议，征求意见时间为2024年1月5日至1月20日。",
                "根据工作安排，本报告现公开征求意见。意见建议请发送至电子邮箱 fz＠songpi.gov.cn 。",
                "县司法局起草了年度报告，特向公众征询意见。意见反馈截止时间为2024年1月20日。",
                "现将报告全文公布，征求意见期为15天，征集社会各界意见，欢迎在10个工作日内提出。",
            })
    void tellsADraftAtItsBeginningAndAtItsEnd(String notice) {
        assertThat(isDraft(read(notice, "", ""))).isTrue();
        assertThat(isDraft(read("", "", notice))).isTrue();
        assertThat(isDraft(read("", notice, ""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "县政府就《松陂县养犬管理条例》向社会公开征求意见，请群众于2024年1月20日前反馈，共收到意见45条。",
                "坚持开门立法，现行有效的行政规范性文件均公开征求意见，征求意见时间为30日。",
                "现将《松陂县2023年法治政府建设年度报告》予以公示，如有意见，请于2024年1月20日前反馈。",
                "现将2023年法治政府建设情况报告如下。重大行政决策公开征求意见，征求意见期不少于30日。",
                "现就《松陂县物业管理办法》公开征求意见，请于2024年1月20日前将意见反馈至县司法局。",
                "截至2023年12月31日，公开征求意见12次。意见建议均予采纳并反馈，群众可通过热线、邮箱提出建议。",
                "上述文件公开征求意见，收到意见45条，1月20日前全部办结。",
                "现向社会公开征求意见的渠道更加畅通，公众参与不断扩大。",
            })
    void readsAReportThatTellsOfRulesPutUpForOpinions(String sentence) {
        assertThat(read(sentence, "", "")).isInstanceOf(Reading.Read.class);
        assertThat(read("", "", sentence)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void asksForNoAnswerOfAShortLineBelowTheTitle() {
        assertThat(isDraft(read("现向社会公开征求意见。", "", ""))).isTrue();
        assertThat(isDraft(read("规范性文件公开征求意见。", "", ""))).isFalse();
        assertThat(isDraft(read("", "", "现向社会公开征求意见。"))).isFalse();
    }

    @Test
    void saysByWhichSentence() {
        assertThat(DraftNotice.bundled().in("现向社会公开征求意见。请于1月20日前反馈。")).contains("现向社会公开征求意见");
    }

    @Test
    void refusesWhatItDoesNotKnowWithItsLine() {
        assertThatThrownBy(() -> DraftNotice.of("""
                        - sign: put_ups
                          pattern: '现'
                          example: 现
                          counter_example: 在
                        """))
                .hasMessageContaining(
                        "draft_notices.yml:1: sign: expected a sign that the head of the file names, got put_ups");
    }
}
