package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of writing that once gave a wrong number or none, each in a report of its own, and what looks like them. */
class ReadingKindsTest {

    private static final String FILL = "一年来，全县坚持稳中求进，持续完善制度，规范各类行为，加强监督制约，推动各项工作稳步开展，群众的感受不断改善。";
    private static final String TITLE = "云栖县人民政府2024年法治政府建设年度报告";

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    private DocumentFacts text(String body) {
        return read(TITLE + "\n" + FILL.repeat(3) + "\n一、主要工作\n" + body + "\n二、下一步打算\n" + FILL, false);
    }

    private DocumentFacts html(String body, String style) {
        return read(
                "<html><head><title>" + TITLE + "</title><style>" + style
                        + "</style></head><body><div class=content><h1>" + TITLE
                        + "</h1><p>" + FILL.repeat(3) + "</p><p>一、主要工作</p>" + body + "<p>二、下一步打算</p><p>" + FILL
                        + "</p></div></body></html>",
                true);
    }

    private DocumentFacts read(String content, boolean isHtml) {
        Reading reading = reader.read(PageInput.alone(URI.create("file:///kind"), content, isHtml));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).facts();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "败诉率千分之四。 | 4 ‰",
                "差错率万分之五。 | 0.05 %",
                "差评率超过了百分之零点八。 | 0.8 % more_than",
                "成本压减百分之五至百分之八。 | 5–8 % decrease",
                "成本压减百分之五到八。 | 5–8 % decrease",
                "信访量增幅为负6.5%。 | -6.5 % increase",
                "信访量负增长6.5%。 | 6.5 % decrease",
                "收案增幅为+5%。 | 5 % increase",
                "推行“1+6+31”模式。 | (none)",
                "时限缩短至2个半工作日。 | 2.5 工作日",
                "培训1个半月，历时5天半。 | 1.5 个月; 5.5 天",
                "历时一个半小时。 | 1.5 小时",
                "压缩到3天至5天。 | 3–5 天",
                "罚款在500元与800元之间。 | 500–800 元",
                "调解员10名和12名。 | 10 人; 12 人",
                "案件由12件至45件逐年上升。 | 12 件; 45 件",
                "参考率≥95%，差评率≤2%，占比＞60%。 | 95 % at_least; 2 % at_most; 60 % more_than",
                "审结45件，其中维持20件，撤销3，确认违法2。 | 45 件; 20 件; 3 件; 2 件",
                "受理举报20件，拨打热线12。 | 20 件",
                "开通热线2条，电话123。 | 2 条",
                "开展五进六送活动，接访30批。 | 30 批",
                "购置执法车三台，执法艇两艘。 | 3 台; 2 艘",
                "组建15人社会监督团。 | 15 人",
                "提交15人大代表议案。 | (none)",
                "在每个乡镇设置三到五个站点。 | 3–5 个",
                "坚持每季度一到两次。 | (none)",
                "办理应诉案件1 8起。 | 18 件",
                "调处纠纷1 2 6件。 | 126 件",
                "发放资料2 345 678份。 | 2345678 份",
                "挽回损失12 345.67元。 | 12345.67 元",
                "办理1 28件。 | (none)",
                "网办率93·6%，占98﹒5%。 | 93.6 %; 98.5 %",
                "开展12·4宣传3场。 | 3 场",
                "受理⾏政复议案件四⼗⼆件。 | 42 件",
                "受理案件251¹件，面积30m²。 | 251 件; 30 平方米",
                "近三年，共受理案件120件。 | 120 件",
            })
    void readsTheNumber(String body, String expected) {
        DocumentFacts facts = text(body);
        assertThat(new Expectation(expected).differences(facts)).isEmpty();
        assertThat(facts.figures()).allMatch(figure -> figure.quarantine().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>受理251<sup>1</sup>件，审结240<sup>[2]</sup>件。</p> | 251 件; 240 件",
                "<p>受理251<span style='vertical-align: super'>1</span>件。</p> | 251 件",
                "<p>受理251<sub>3</sub>件。</p> | 251 件",
                "<p>整治3500m<sup>2</sup>。</p> | 3500 平方米",
                "<p>受理<del>54</del><ins>45</ins>件，审结<s>39</s>40件，听证<strike>1</strike>2次。</p> | 45 件; 40 件; 2 次",
                "<p><span style='text-decoration: line-through'>调解77件</span>调解66件。</p> | 66 件",
                "<p>受理45件。</p><p class='note'>内部口径904件。</p><p id=n2>内部口径905件。</p> | 45 件",
                "<p class='shown'>受理45件。</p><p class='printed'>审结40件。</p> | 45 件; 40 件",
            })
    void readsWhatAPageShows(String body, String expected) {
        String style =
                "/* x */ p.note, .other{display:none} #n2{text-decoration:line-through} .shown .none{display:none}"
                        + " @media print{.printed{display:none}}";
        assertThat(new Expectation(expected).differences(html(body, style))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "类别~复议案件（件）/受理~审结/县政府~45~40 | 45 件; 40 件",
                "指标~数量/复议案件（件）~45/纠错率（%）~28.6/经费（万元）~120.5 | 45 件; 28.6 %; 1205000 元",
                "单位~案件（件）~经费（万元）/县司法局~45~3.5 | 45 件; 35000 元",
                "单位~案件（件）~经费（万元）~备注/县司法局~45~3.5~8 | 45 件; 35000 元",
                "表一 单位：件/镇~受理~审结/白河镇~45~40 | 45 件; 40 件",
                "年份~复议案件（件）/2023~44/2024~67 | 44 件; 67 件",
                "指标~数量/调解工作~45 | (none)",
                "指标（件）~数量（户）/案件~45~7 | 45 户",
            })
    void takesTheUnitOfACellFromItsTable(String rows, String expected) {
        String table = rows.replace('/', '\n').replace('~', '\t');
        assertThat(new Expectation(expected).differences(text("办案情况如下表。\n" + table + "\n以上数据已经核对。")))
                .isEmpty();
    }

    @Test
    void takesWhatStandsInABlockAboveTheMainOne() {
        String page = "<html><head><title>" + TITLE + "</title></head><body><div><a href='/'>首页</a></div><div><h1>"
                + TITLE
                + "</h1><div>发布时间：2025-01-15 浏览次数：356次</div><div class=lead><p>受理行政复议案件45件。</p></div>"
                + "<div class=content><p>" + FILL.repeat(3) + "</p><p>一、主要工作</p><p>审结40件。</p><p>二、下一步打算</p><p>" + FILL
                + "</p></div></div></body></html>";
        DocumentFacts facts = read(page, true);
        assertThat(new Expectation("45 件; 40 件").differences(facts)).isEmpty();
        assertThat(facts.text()).doesNotContain("浏览次数", "首页");
    }

    /** What a script shows later may be hidden by a rule; a text of some length is kept. */
    @Test
    void keepsALongTextThatARuleHides() {
        DocumentFacts facts =
                html("<div class='note'><p>" + FILL.repeat(6) + "</p><p>受理45件。</p></div>", ".note{display:none}");
        assertThat(new Expectation("45 件").differences(facts)).isEmpty();
    }

    @Test
    void tellsTheEarlierYearInTheRule() {
        assertThat(text("2023年受理行政复议案件44件，2024年受理67件。").figures())
                .extracting(DocumentFacts.FigureFact::rule)
                .first()
                .isEqualTo("barred: 2023");
    }

    @Test
    void recordsARepairedNumber() {
        assertThat(text("办理应诉案件1 8起。").repairs())
                .extracting(DocumentFacts.RepairFact::rule)
                .contains("number_space");
    }

    @Test
    void readsHeadingsThatLostTheirBracketOrStandTwice() {
        DocumentFacts facts = text("一)强化学习\n全年培训4场。\n㈡规范执法\n检查3次。\n三、依法决策\n\n三、依法决策\n审查5件。");
        assertThat(facts.sections())
                .extracting(section -> section.level() + section.number() + section.heading())
                .containsExactly("1一主要工作", "2一强化学习", "2二规范执法", "1三依法决策", "1二下一步打算");
    }

    @Test
    void takesNoShortLastLineForTheSignature() {
        DocumentFacts facts = read(TITLE + "\n" + FILL.repeat(3) + "\n一、调解\n调解320件。\n云栖县人民政府\n2025年1月10日\n", false);
        assertThat(new Expectation("320 件").differences(facts)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024年，各项工作稳步开展。现将桃源街道办事处2024年法治建设情况报告如下： | 桃源街道办事处",
                "2024年，中共云栖市水利局党组、云栖市水利局坚持依法治水。 | 云栖市水利局",
                "2024年，在省委、省政府的领导下，云栖县全面推进法治政府建设。 | 云栖县人民政府",
                "2024年，我县全面推进法治政府建设，云溪村持续向好。 | (none)",
            })
    void findsTheIssuerInTheOpening(String opening, String issuer) {
        Reading reading =
                reader.read(PageInput.alone(URI.create("file:///kind"), opening + FILL.repeat(3) + "\n" + FILL, false));
        String found = reading instanceof Reading.Read read ? read.facts().issuer() : "(none)";
        assertThat(found).isEqualTo(issuer);
    }

    @Test
    void keepsPartyAndGovernmentApart() {
        DocumentFacts facts = read("中共云栖县委 云栖县人民政府\n关于2024年度法治政府建设情况的报告\n" + FILL.repeat(3) + "\n一、工作\n" + FILL, false);
        assertThat(facts.issuer()).isEqualTo("中共云栖县委 云栖县人民政府");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025/1/9", "2025.1.9", "2025-01-09", "2025年1月9日"})
    void readsTheDateOfTheSignature(String date) {
        DocumentFacts facts = read(TITLE + "\n" + FILL.repeat(3) + "\n云栖县人民政府\n" + date + "\n", false);
        assertThat(facts.writtenDate()).contains("2025-01-09");
    }

    /** 栏目_站名 is no title; of a short article's name nothing is known, so it stays. */
    @Test
    void takesColumnAndSiteForNoTitle() {
        String body = "</title></head><body><div class=content><p>2024年，云栖市教育局推进依法治教。" + FILL.repeat(3)
                + "</p></div></body></html>";
        assertThat(read("<html><head><title>部门文件_云栖市人民政府" + body, true).title()).isEmpty();
        assertThat(read("<html><head><title>年度报告" + body, true).title()).contains("年度报告");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 ", "2023年", "2023年、", "2023年1件", "¹", "(一)", "1件、", "1件和", "负1%", "3件至5件", "撤销3,", "百分之一至"})
    void takesTimeInProportionToAHostileText(String piece) {
        String hostile = "受理案件1件，" + piece.repeat(200_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> text(hostile));
    }
}
