package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.fazhi.harvest.discovery.Verdict.Rejected;
import org.fazhi.harvest.discovery.Verdict.Taken;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "清禾县人民政府2023年度法治政府建设年度报告",
                "清禾县2023年法治政府建设工作情况的报告",
                "清禾县司法局2023年度法治政府建设工作总结",
                "清禾县教育局关于2022年度法治政府建设情况的报告",
                "中共清禾县委 清禾县人民政府关于2023年度法治政府建设情况的报告",
                "清禾县水务局2021年依法行政工作总结",
                "清禾县柳塘镇2023年法治政府建设工作总结及2024年工作计划",
                "清禾县2023年法治政府建设情况报告和2024年工作安排",
                "清禾县2022年度推进法治政府建设情况报告",
                "清禾县2023年度法治建设工作情况报告",
                "关于印发《清禾县2023年度法治政府建设情况报告》的通知",
                "清禾县人民政府关于2022年度法治政府建设情况的公告",
                "清禾县2023年法治政府建设年度报告（全文）",
                "清禾县2023年法治政府建设年度报告.pdf",
                "清禾县政府办公室主任办公会办公室2023年法治政府建设报告",
                "法治政府建设年度报告",
                "清禾县教育局关于2023年法治工作情况暨2024年工作要点的报告",
                "清禾县教育局2023年度法治工作情况的报告",
                "清禾县2023年法治政府建设工作年度报告公示",
                "清禾县2023年度法治政府建设情况报告的公告",
                "清禾县水务局2023年法治机关建设情况报告",
                "清禾县税务局2023年度法治税务建设工作总结",
                "清禾县财政局关于2023年度法治财政建设情况的报告",
                "清禾县交通运输局2023年度法治政府部门建设工作报告",
                "清禾县2023年度法治政府建设年报",
                "清禾县水务局2023年度法治政府建设工作述职报告",
                "清禾县2023年示范县创建及法治政府建设情况报告",
                "清禾县2023年度法治政府建设情况报告（附评估报告）"
            })
    void takesReports(String title) {
        assertThat(judge(title)).isInstanceOf(Taken.class);
    }

    @ParameterizedTest
    @CsvSource({
        "清禾县2023年政府信息公开工作年度报告, information_disclosure",
        "清禾县司法局2023年政务公开工作总结报告, information_disclosure",
        "清禾县2024年法治政府建设工作要点, plan",
        "清禾县2024年度法治政府建设工作计划, plan",
        "清禾县法治政府建设实施方案（2021—2025年）, plan",
        "关于落实法治政府建设年度报告制度的实施方案, plan",
        "清禾县2024年依法行政工作安排, plan",
        "一图读懂清禾县2023年法治政府建设情况报告, interpretation",
        "《清禾县2023年度法治政府建设情况报告》政策解读, interpretation",
        "清禾县创建全国法治政府建设示范县工作情况报告, demonstration",
        "清禾县关于做好2023年度法治政府建设情况报告报送工作的通知, notice",
        "关于报送2023年度法治政府建设情况报告的通知, notice",
        "关于编报法治政府建设年度报告的通知, notice",
        "关于法治政府建设有关情况的复函, notice",
        "县政府常务会议听取2023年法治政府建设情况报告, news",
        "清禾县召开2023年法治政府建设工作总结会, news",
        "清禾县开展2023年法治政府建设督察情况报告, evaluation",
        "关于清禾县法治政府建设情况的调研报告, review",
        "对《清禾县2023年法治政府建设情况报告》的审议意见, review",
        "清禾县司法局局长履行推进法治建设第一责任人职责情况报告, personal",
        "清禾县水务局局长2023年度法治政府建设工作述职报告, personal",
        "清禾县2023年法治文化建设情况报告, title_pattern",
        "清禾县2023年法治机关建设推进会, title_pattern",
        "清禾县2023年法治机关建设评估情况的报告, title_pattern",
        "清禾县2023年法治工作要点, title_pattern",
        "清禾县2023年度法治政府建设年报（征求意见稿）, draft",
        "清禾县2018年度法治政府建设年报, before_since",
        "清禾县2023年度法治政府建设情况报告（评估报告）, evaluation",
        "清禾县水务局党组书记2023年度述法报告（法治建设）, personal",
        "清禾县2023年上半年法治政府建设工作总结, part_year",
        "2023年法治政府建设工作总结（通用5篇）, model_essay",
        "清禾县2023年法治政府建设年度报告（征求意见稿）, draft",
        "清禾县2023年法治政府建设情况的报告（送审稿）, draft",
        "清禾县2023年法治政府建设年度报告征求意见稿, draft",
        "关于《清禾县2023年法治政府建设年度报告》公开征求社会各界意见的公告, draft",
        "XX县20xx年法治政府建设情况报告范文, model_essay",
        "清禾县2023年国民经济和社会发展统计公报, title_pattern",
        "清禾县2023年法治宣传教育工作总结, title_pattern",
        "清禾县2018年法治政府建设情况报告, before_since"
    })
    void rejectsLookAlikesWithTheReason(String title, String reason) {
        assertThat(judge(title))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason().code()).isEqualTo(reason));
    }

    @Test
    void tellsTheReportYear() {
        assertThat(judge("清禾县二〇二二年度法治政府建设情况报告")).isEqualTo(new Taken(OptionalInt.of(2022)));
        assertThat(judge("法治政府建设年度报告")).isEqualTo(new Taken(OptionalInt.empty()));
    }

    @Test
    void judgesByTheRowsDateWhereTheTitleNamesNoYear() {
        Link old = new Link(
                URI.create("http://www.qinghe.gov.cn/a.html"),
                "法治政府建设年度报告",
                Optional.of(LocalDate.of(2018, 12, 30)),
                0);

        assertThat(LinkFilter.judge(source(), old)).isEqualTo(new Rejected(Verdict.Reason.BEFORE_SINCE));
    }

    @Test
    void takesATitleThatThePageCutBeforeItsEnd() {
        assertThat(judge("清禾县综合行政执法局2023年度法治政府建设工…")).isInstanceOf(Taken.class);
        assertThat(judge("清禾县综合行政执法局2023年度工作…")).isInstanceOf(Rejected.class);
    }

    /** Whoever writes a title: of his own knows what the reports of this site are called. */
    @Test
    void takesNoFurtherNamesWhereTheSourceHasItsOwn() {
        Source usual = source();
        Source own = new Source(
                usual.id(),
                usual.publisher(),
                usual.region(),
                usual.issuerKind(),
                usual.reportKind(),
                usual.listings(),
                usual.documents(),
                Pattern.compile("法治政府建设情况报告"),
                usual.since(),
                usual.delay(),
                usual.allowPrivateAddresses(),
                usual.file());
        Link link = new Link(URI.create("http://www.qinghe.gov.cn/a.html"), "清禾县2023年度法治政府建设年报", Optional.empty(), 0);
        assertThat(LinkFilter.judge(usual, link)).isInstanceOf(Taken.class);
        assertThat(LinkFilter.judge(own, link)).isEqualTo(new Rejected(Verdict.Reason.TITLE_PATTERN));
    }

    @ParameterizedTest
    @CsvSource({
        "http://sfj.qinghe.gov.cn/a.html, true",
        "https://qinghe.gov.cn/a.html, true",
        "http://www.qinghe.gov.cn.example.com/a.html, false",
        "http://www.gov.cn/a.html, false",
        "https://mp.weixin.qq.com/s/x, false",
        "http://www.liuyuan.gov.cn/a.html, false"
    })
    void staysWithinTheRegistrableDomain(String url, boolean isTaken) {
        Link link = new Link(URI.create(url), "清禾县2023年法治政府建设年度报告", Optional.empty(), 0);

        assertThat(LinkFilter.judge(source(), link) instanceof Taken).isEqualTo(isTaken);
    }

    private static Verdict judge(String title) {
        return LinkFilter.judge(
                source(), new Link(URI.create("http://www.qinghe.gov.cn/a.html"), title, Optional.empty(), 0));
    }

    static Source source() {
        return source(URI.create("http://www.qinghe.gov.cn/fzzf/index.html"));
    }

    static Source source(URI listing) {
        return QingheSource.listedAt(listing);
    }
}
