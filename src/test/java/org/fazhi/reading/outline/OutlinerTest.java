package org.fazhi.reading.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinerTest {

    private static List<String> sections(String text) {
        return Outliner.outline(text).sections().stream()
                .map(section -> section.level() + " " + section.number() + " " + section.heading())
                .toList();
    }

    private static String body(String text) {
        Outline outline = Outliner.outline(text);
        return outline.body().of(text);
    }

    @Test
    void nestsThreeLevelsByTheirNumbering() {
        Outline outline = Outliner.outline("""
                一、主要成效
                （一）强化学习。全年学法4次。
                1.集体学习。举办培训3期。
                2．任前考试。
                (二)规范执法
                二、存在的问题
                """);

        assertThat(outline.sections())
                .extracting(
                        Section::level,
                        Section::number,
                        Section::heading,
                        section -> section.parent().orElse(-1))
                .containsExactly(
                        tuple(1, "一", "主要成效", -1),
                        tuple(2, "一", "强化学习", 0),
                        tuple(3, "1", "集体学习", 1),
                        tuple(3, "2", "任前考试", 1),
                        tuple(2, "二", "规范执法", 0),
                        tuple(1, "二", "存在的问题", -1));
    }

    @Test
    void takesTheFirstSentenceOfANumberedParagraphAsItsHeading() {
        assertThat(sections("1.加强组织领导,压实责任。成立领导小组。召开会议3次。")).containsExactly("3 1 加强组织领导,压实责任");
    }

    @Test
    void foldsFullWidthNumbers() {
        assertThat(sections("１．健全制度。出台文件2件。\n２、强化监督。")).containsExactly("3 1 健全制度", "3 2 强化监督");
    }

    @Test
    void takesNumberingThatRepeatsOrJumpsAsItStands() {
        assertThat(sections("一、成效\n(一)甲项工作\n(一)乙项工作\n(四)丙项工作\n三、打算"))
                .containsExactly("1 一 成效", "2 一 甲项工作", "2 一 乙项工作", "2 四 丙项工作", "1 三 打算");
    }

    @Test
    void joinsANumberTornFromItsHeading() {
        assertThat(sections("1\n. 全面安排部署。召开会议2次。")).containsExactly("3 1 全面安排部署");
    }

    @Test
    void findsHeadingsGluedToTheParagraphBefore() {
        assertThat(sections("一、成效\n全年办案30件。二、存在的问题\n力量不足。三、下一步打算\n加强培训。"))
                .containsExactly("1 一 成效", "1 二 存在的问题", "1 三 下一步打算");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一是加强领导,二是强化监督,三是注重实效。",
                "1.5万元用于培训,余款结转。",
                "1.11万人次参加活动,反响良好。",
                "三、四级调解网络更加健全,运转顺畅。",
                "(1)建立台账,逐项销号。",
                "第一,提高认识,加强学习。",
                "2023年,全县办理案件30件。"
            })
    void takesNoItemDateOrAmountForAHeading(String text) {
        assertThat(sections(text)).isEmpty();
    }

    @Test
    void takesATableOfContentsOnlyOnce() {
        String text = """
                目录
                一、主要成效 1
                二、存在的问题 5
                三、下一步打算 6

                一、主要成效
                全年办理案件30件。
                二、存在的问题
                力量不足。
                三、下一步打算
                加强培训。
                """;

        assertThat(sections(text)).containsExactly("1 一 主要成效", "1 二 存在的问题", "1 三 下一步打算");
    }

    @ParameterizedTest
    @CsvSource({
        "一、2023年推进法治政府建设的主要举措和成效, ACHIEVEMENTS",
        "一、依法全面履行政府职能, ACHIEVEMENTS",
        "一、聚焦突出问题，深化专项整治, ACHIEVEMENTS",
        "一、2023年重点工作完成情况, ACHIEVEMENTS",
        "二、存在的不足和原因, PROBLEMS",
        "二、存在问题, PROBLEMS",
        "二、当前工作中存在的主要困难和短板, PROBLEMS",
        "二、主要问题和不足, PROBLEMS",
        "二、存在的问题及下一步工作打算, PROBLEMS",
        "三、党政主要负责人履行推进法治建设第一责任人职责情况, LEADERSHIP",
        "三、提高站位，切实加强党对法治政府建设的领导, LEADERSHIP",
        "四、下一年度推进法治政府建设的主要安排, PLAN",
        "四、下一步工作打算, PLAN",
        "四、2024年法治政府建设工作重点, PLAN",
        "四、2024年工作思路, PLAN",
        "四、今后努力方向, PLAN",
        "五、其他需要报告的情况, OTHER"
    })
    void readsTheRoleOffTheHeading(String heading, Role role) {
        String text = "2023年，我县扎实推进法治政府建设，现将2023年工作情况报告如下：\n" + heading + "\n各项工作有序推进。";
        assertThat(Outliner.outline(text).sections()).extracting(Section::role).containsExactly(role);
    }

    @Test
    void letsDeeperSectionsInheritTheRoleUnlessTheirHeadingSaysOtherwise() {
        Outline outline = Outliner.outline("""
                一、主要成效
                (一)切实履行推进法治建设第一责任人职责
                (二)规范执法行为
                二、2024年工作安排
                (一)压实第一责任人职责
                """);

        assertThat(outline.sections())
                .extracting(Section::role)
                .containsExactly(Role.ACHIEVEMENTS, Role.LEADERSHIP, Role.ACHIEVEMENTS, Role.PLAN, Role.PLAN);
    }

    @Test
    void leavesTitleMetadataAndSignatureOutOfTheBody() {
        String text = """
                索引号：YL-2024-0012 发布机构：云陵县司法局 发布日期：2024-01-12 浏览次数：356
                云陵县司法局关于2023年度法治政府建设情况的报告
                云司〔2024〕3号　　签发人：某某
                中共云陵县委、县人民政府：
                2023年，我局扎实推进法治政府建设，现将情况报告如下。
                一、主要成效
                全年办理案件30件，群众满意。

                云陵县司法局
                2024年1月12日
                （此件公开发布）
                抄送：市司法局，县委办。
                扫一扫在手机打开当前页
                """;

        assertThat(body(text)).startsWith("2023年，我局").endsWith("群众满意。");
    }

    @Test
    void findsTheBodyOfAReportWithoutHeadings() {
        String text = "云陵县石桥镇2023年法治政府建设情况\n2023年，我镇调处纠纷30件，成效明显。\n石桥镇人民政府\n二〇二四年一月三日";
        assertThat(body(text)).isEqualTo("2023年，我镇调处纠纷30件，成效明显。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "首页 >> 政务公开 当前位置", "今天是：2024年1月1日 欢迎访问"})
    void givesAnEmptyBodyForAPageWithoutAReport(String text) {
        assertThat(Outliner.outline(text).body().isEmpty()).isTrue();
    }

    @Test
    void takesUnnumberedHeadingsWhereNoChapterIsNumbered() {
        Outline outline = Outliner.outline("""
                云陵县2023年法治政府建设情况报告
                2023年，我县扎实推进各项工作，现报告如下。
                主要工作成效
                全年办理案件30件，群众满意。
                存在的问题
                基层力量不足，有待加强。
                2024年工作打算
                开展培训4次，新建阵地2个。
                """);

        assertThat(outline.sections())
                .extracting(Section::heading, Section::role)
                .containsExactly(
                        tuple("主要工作成效", Role.ACHIEVEMENTS),
                        tuple("存在的问题", Role.PROBLEMS),
                        tuple("2024年工作打算", Role.PLAN));
    }

    /** The prescribed part tells how the persons first responsible did their duty, not how the party leads the work. */
    @ParameterizedTest
    @CsvSource({
        "加强党的领导, 县委常委会专题研究法治工作。, false",
        "坚持党的全面领导，强化组织领导, 召开会议3次。, false",
        "加强统筹领导, 落实企业安全生产第一责任人责任。, false",
        "党政主要负责人履行推进法治建设第一责任人职责情况, 会议3次。, true",
        "主要负责人履职情况, 会议3次。, true",
        "领导干部述法情况, 会议3次。, true",
        "加强党的领导, 县长认真履行第一责任人职责。, true",
        "加强党的领导, 县政府主要负责人带头履行职责。, true"
    })
    void countsAsLeadershipOnlyWhatTellsOfPersons(String heading, String text, boolean hasPart) {
        Outline outline = Outliner.outline("""
                一、%s
                %s全年办理案件30件。
                二、存在的不足
                力量薄弱。
                """.formatted(heading, text));

        assertThat(outline.sections().get(0).role()).isEqualTo(Role.LEADERSHIP);
        assertThat(Compliance.parts(outline)).containsEntry(Role.LEADERSHIP, hasPart);
    }

    @Test
    void saysWhichPrescribedPartsAreThere() {
        Outline outline = Outliner.outline("""
                一、主要成效
                县长认真履行第一责任人职责。全年办理案件30件。
                二、存在的不足
                力量薄弱。
                """);

        assertThat(Compliance.parts(outline))
                .containsEntry(Role.LEADERSHIP, true)
                .containsEntry(Role.ACHIEVEMENTS, true)
                .containsEntry(Role.PROBLEMS, true)
                .containsEntry(Role.PLAN, false)
                .containsEntry(Role.OTHER, false);
    }
}
