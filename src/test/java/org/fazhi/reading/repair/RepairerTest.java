package org.fazhi.reading.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.PageMetadata.Entry;
import org.fazhi.reading.strip.PageMetadata.Field;
import org.fazhi.reading.strip.PageMetadata.Origin;
import org.fazhi.text.Span;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairerTest {

    private static final PageMetadata METADATA = new PageMetadata(List.of(
            new Entry(Field.DOCUMENT_NUMBER, "云政文〔2023〕8号", Origin.METADATA_BLOCK),
            new Entry(Field.WRITTEN_DATE, "2023-02-07", Origin.METADATA_BLOCK),
            new Entry(Field.PUBLISHED_DATE, "2023-11-21", Origin.METADATA_BLOCK)));

    private static RepairedText repair(String text) {
        return new Repairer().repair(text, METADATA);
    }

    private static String repaired(String text) {
        return repair(text).text();
    }

    @Test
    void leavesACleanTextUntouched() {
        String clean = """
                云溪县人民政府关于
                2022年度法治政府建设情况的报告
                云政文〔2023〕8号
                县委：
                2022年，我县受理复议案件79件（其中调解12件），纠错率28.8%，覆盖乡镇9个。
                （一）狠抓“三项制度”落实
                著名专家授课3次，乾县、於家村等地名照旧，一名叫囍的同志发言。
                云溪县人民政府
                2023年2月7日
                """;
        RepairedText repaired = repair(clean);
        assertThat(repaired.repairs()).isEmpty();
        assertThat(repaired.text()).isSameAs(clean);
        assertThat(repaired.map().isIdentity()).isTrue();
    }

    @Nested
    class OfPirateMirrors {

        private static final String GLOSSED =
                "2022年，云溪縣(xiàn)司法局在縣(xiàn)委、縣(xiàn)政府領(lǐng)導(dǎo)下，辦(bàn)理復(fù)議(yì)案件79件，";

        @Test
        void removesGlossesAndSimplifiesTheCharacters() {
            assertThat(repaired(GLOSSED)).isEqualTo("2022年，云溪县司法局在县委、县政府领导下，办理复议案件79件，");
        }

        @Test
        void leadsAFigureBackToItsOwnCharacters() {
            RepairedText repaired = repair(GLOSSED + "出臺八項(xiàng)舉措。");
            int at = repaired.text().indexOf("八项");
            Span original = repaired.map().toOriginal(new Span(at, at + 2));
            assertThat(original.of(repaired.original())).isEqualTo("八項");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "依法監(jiān)督(dū)執(zhí)法",
                    "依法監(ji督執(zh法",
                    "依法監(jiàn督執（zhí）法",
                    "依法監(ji\uFFFDn)督執(z?í)法",
                    "依法監(jian)督執(zhi)法",
                    "依法監督執法(fǎ"
                })
        void readsThroughGlossesThatAreCutOrBroken(String damaged) {
            assertThat(repaired(GLOSSED + damaged)).endsWith("依法监督执法");
        }

        @Test
        void keepsLatinLettersInBracketsThatAreNoGloss() {
            assertThat(repaired(GLOSSED + "工程總承包(EPC)項目、空氣質量(AQI)和方案(a)均已公開(2021-2025年)。"))
                    .endsWith("工程总承包(EPC)项目、空气质量(AQI)和方案(a)均已公开(2021-2025年)。");
        }

        @Test
        void keepsAReadingThatAnAuthorPutInATextOfItsOwn() {
            String text = "邬(wū)姓居民较多的垴(nǎo)村开展法治宣传12场。";
            assertThat(repaired(text)).isEqualTo(text);
        }

        @ParameterizedTest
        @CsvSource({
            "行政覆議和答覆, 行政复议和答复",
            "批覆後恢覆執行、覆核覆查, 批复后恢复执行、复核复查",
            "覆蓋全縣的、顛覆性的, 覆盖全县的、颠覆性的",
            "著力圍繞著中心任務、顯著提陞, 着力围绕着中心任务、显著提升",
            "徵求意見、瞭解彙總、發佈製度, 征求意见、了解汇总、发布制度"
        })
        void simplifiesWhatMirrorsMadeOfOneSimplifiedCharacter(String traditional, String simplified) {
            assertThat(repaired(GLOSSED + traditional)).endsWith(simplified);
        }

        @Test
        void putsBytesReadOutOfStepBackIntoStep() {
            Charset gbk = Charset.forName("GBK");
            byte[] whole = "的工作鐵".getBytes(gbk);
            String outOfStep = new String(whole, 1, whole.length - 1, gbk);
            assertThat(outOfStep).endsWith("F").doesNotContain("的", "鐵");
            assertThat(repaired(GLOSSED + "敢於擔(dān)當(dāng)?shù)" + outOfStep + "軍。"))
                    .endsWith("敢于担当的工作铁军。");
        }

        @Test
        void leavesBytesThatDoNotFallIntoStep() {
            assertThat(repaired(GLOSSED + "敢於擔(dān)當(dāng)?shù)Z好。")).contains("担当?shù)Z好。");
        }

        @Test
        void simplifiesATraditionalPageWithoutGlosses() {
            assertThat(repaired("全縣法治政府建設穩步推進，辦結案件57件。")).isEqualTo("全县法治政府建设稳步推进，办结案件57件。");
        }

        @Test
        void repairsATitleByThePageItStandsOn() {
            assertThat(new Repairer().repairValue("關(guān)于法治政府建設(shè)情況的報告", GLOSSED))
                    .isEqualTo("关于法治政府建设情况的报告");
            assertThat(new Repairer().repairValue("於家村報告", "全县法治政府建设稳步推进。".repeat(20)))
                    .isEqualTo("於家村報告");
        }
    }

    @Nested
    class OfTornLines {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1⏎. 全面部署任务。 | 1. 全面部署任务。",
                    "正文。⏎12⏎．加强督查。 | 正文。⏎12．加强督查。",
                    "一⏎、工作情况 | 一、工作情况",
                    "（二⏎）压实责任 | （二）压实责任",
                    "（⏎三）强化监督 | （三）强化监督"
                })
        void joinsAMarkerToItsLine(String torn, String whole) {
            assertThat(repaired(torn.replace('⏎', '\n'))).isEqualTo(whole.replace('⏎', '\n'));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "受理案件79件⏎，办结66件。 | 受理案件79件，办结66件。",
                    "制发《行政执法⏎》监督通知书12份。 | 制发《行政执法》监督通知书12份。",
                    "受理案件79件，⏎办结66件。 | 受理案件79件，办结66件。",
                    "成效明显。全年受理案件⏎79件，办结66件。 | 成效明显。全年受理案件79件，办结66件。",
                    "办结率93.6⏎%，同比提高。 | 办结率93.6%，同比提高。"
                })
        void joinsASentenceThatGoesOn(String broken, String whole) {
            assertThat(repaired(broken.replace('⏎', '\n'))).isEqualTo(whole.replace('⏎', '\n'));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "云溪县人民政府关于⏎2022年法治政府建设情况的报告⏎县委：⏎2022年，我县稳步推进。",
                    "（一）坚持统筹谋划，推进依法治县⏎召开会议3次，部署任务20项。",
                    "强化学习，提高法治素养⏎召开会议3次，部署任务20项。",
                    "成效明显。⏎云溪县人民政府⏎2023年2月7日",
                    "成效明显，受理案件79件⏎二、存在不足",
                    "共三类。一是执法类⏎二是服务类，共5项。",
                    "部门\t检查⏎，城管\t12"
                })
        void leavesTitlesHeadingsAndSignaturesOnTheirLines(String text) {
            assertThat(repaired(text.replace('⏎', '\n'))).isEqualTo(text.replace('⏎', '\n'));
        }

        @Test
        void joinsTextWrappedAtAFixedWidth() {
            String paragraph = "全县各级行政机关认真履行法定职责持续优化营商环境大力推进政务公开扎实开展普法宣传稳妥化解矛盾纠纷";
            String sentence = paragraph.repeat(7) + "，成效明显。";
            StringBuilder wrapped = new StringBuilder();
            for (int i = 0; i < sentence.length(); i += 35) {
                wrapped.append(i == 0 ? "" : "\n").append(sentence, i, Math.min(sentence.length(), i + 35));
            }
            assertThat(repaired(wrapped + "\n一、主要做法")).endsWith("，成效明显。\n一、主要做法");
            assertThat(wrapped.toString().lines().count()).isGreaterThan(8);
        }
    }

    @Nested
    class OfLostGlyphs {

        @ParameterizedTest
        @CsvSource({
            "云政文20238, 云政文〔2023〕8号",
            "云政文20238号, 云政文〔2023〕8号",
            "云政文□2023□8号, 云政文〔2023〕8号",
            "202327日, 2023年2月7日",
            "2023年27日, 2023年2月7日",
            "20232月7日, 2023年2月7日",
            "20231121日印发, 2023年11月21日印发"
        })
        void comeBackFromThePagesOwnMetadata(String damaged, String whole) {
            assertThat(repaired(damaged)).isEqualTo(whole);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "云政文20239",
                    "云政文202388",
                    "云政发20238",
                    "202328日",
                    "1202327日",
                    "云政文〔2023〕8号",
                    "云政文[2023]8号",
                    "2023年2月7日",
                    "2023年02月07日"
                })
        void areNeverGuessed(String text) {
            assertThat(repaired(text)).isEqualTo(text);
        }

        @Test
        void stayLostWithoutMetadata() {
            assertThat(new Repairer()
                            .repair("云政文20238\n202327日", PageMetadata.NONE)
                            .repairs())
                    .isEmpty();
        }
    }

    @Nested
    class OfNumbers {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "受理１２３４件 | 受理1234件",
                    "占９３．６％ | 占93.6%",
                    "占93.6 ％ | 占93.6%",
                    "占93.6\u00A0% | 占93.6%",
                    "占93. 6% | 占93.6%",
                    "发放260 余份 | 发放260余份",
                    "投入1\u00A0428.44 万元 | 投入1428.44万元",
                    "培训3\u3000次 | 培训3次",
                    "检查7\u200B9\u200F件 | 检查79件",
                    "检查\u202A79\u202C件 | 检查79件",
                    "１２３４５热线 | 12345热线",
                    "2023 年 2 月 7 日 | 2023年 2月 7日",
                    "配备Ａ４纸5箱 | 配备A4纸5箱"
                })
        void loseTheirTypesetting(String typeset, String plain) {
            assertThat(repaired(typeset)).isEqualTo(plain);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"时间2023-02-08 10:10", "1 全面部署", "3. 6名干部参加", "共12个，同比增长5%", "序号1\t12\t35", "坚持“1 + 6”模式"})
        void keepTheSpacesThatMeanSomething(String text) {
            assertThat(repaired(text)).isEqualTo(text);
        }

        @Test
        void everyRepairIsRecordedWithBothTexts() {
            RepairedText repaired = repair("发放260 余份，占９３％");
            assertThat(repaired.repairs())
                    .extracting(RepairedText.Repair::rule)
                    .containsExactly("number_space", "full_width");
            assertThat(repaired.repairs()).allSatisfy(repair -> {
                assertThat(repair.before()).isEqualTo(repair.original().of(repaired.original()));
                assertThat(repair.after()).isEqualTo(repair.repaired().of(repaired.text()));
            });
        }

        @Test
        void dropsIndentsAndBlanksAtLineEnds() {
            assertThat(repaired("\u3000\u3000一、主要做法 \n\u00A0全年办案5件。\u3000")).isEqualTo("一、主要做法\n全年办案5件。");
        }
    }
}
