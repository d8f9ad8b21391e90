package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page ends as facts, as a named quarantine or as a stated ignore, within bounded time. */
class ReportReaderTest {

    private static final URI URL = URI.create("https://www.example.gov.cn/zwgk/t20240110_88.html");

    /** Generous: the machine is shared; none of these pages takes a second on an idle one. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String TITLE = "云溪县司法局关于2023年度法治政府建设情况的报告";

    private static final String PROSE = "<p>2023年，云溪县司法局坚持依法行政，各项工作取得新的成效，现将有关情况报告如下。</p>"
            + "<p>一、主要工作</p><p>全年受理行政复议案件79件，审结66件，直接纠错19件，纠错率28.8%。"
            + "办理法律援助案件412件，其中民事案件300件、刑事案件112件。</p>"
            + "<p>二、存在的不足</p><p>法治宣传的针对性有待增强，基层力量仍显薄弱，执法规范化水平不够均衡。</p>"
            + "<p>三、下一步打算</p><p>继续抓好各项任务落实，不断提高依法行政的能力和水平，努力建设法治政府。</p>";

    private final ReportReader reader = new ReportReader(IndicatorDictionary.read());

    private static String page(String prose) {
        return "<html><head><title>" + TITLE + "</title></head><body><h1>" + TITLE + "</h1><div class='TRS_Editor'>"
                + prose + "</div></body></html>";
    }

    private Reading read(String html) {
        return assertTimeoutPreemptively(LIMIT, () -> reader.read(PageInput.alone(URL, html, true)));
    }

    private List<String> figures(String html) {
        Reading reading = read(html);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading)
                .facts().figures().stream()
                        .map(figure -> figure.value().toPlainString()
                                + figure.unit()
                                + figure.code().orElse(""))
                        .toList();
    }

    private String quarantine(String html) {
        Reading reading = read(html);
        assertThat(reading).isInstanceOf(Reading.Quarantined.class);
        return ((Reading.Quarantined) reading).reason().code();
    }

    @Test
    void readsTheFactsOfAReport() {
        assertThat(figures(page(PROSE)))
                .containsExactly(
                        "79件reconsideration.accepted",
                        "66件reconsideration.concluded",
                        "19件reconsideration.corrected",
                        "28.8%reconsideration.correction_rate",
                        "412件legal_aid.cases",
                        "300件legal_aid.civil_cases",
                        "112件legal_aid.criminal_cases");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html><body>&nbsp;</body></html>", "<!-- 报告 -->"})
    void quarantinesAnEmptyPage(String html) {
        assertThat(quarantine(html)).isEqualTo("empty_page");
    }

    @Test
    void quarantinesAPageOfChromeOnly() {
        String links = "<li><a href='#'>政务公开</a></li><li><a href='#'>办事服务</a></li>".repeat(60);
        assertThat(quarantine("<ul>" + links + "</ul><div>版权所有：云溪县人民政府</div>")).isEqualTo("chrome_only");
    }

    @Test
    void quarantinesAPageOfTwentyMegabytes() {
        assertThat(quarantine(page("<p>全年办理案件79件。</p>".repeat(1_000_000)))).isEqualTo("too_large");
    }

    @Test
    void quarantinesAReportWithoutAnIssuer() {
        String prose = PROSE.replace("云溪县司法局", "我单位");
        assertThat(quarantine("<div class='TRS_Editor'>" + prose + "</div>")).isEqualTo("no_issuer");
    }

    @Test
    void quarantinesAReportThatIsTooShort() {
        assertThat(quarantine(page("<p>2023年，云溪县司法局认真履行职责，全年各项工作任务都已经圆满完成，取得了良好的社会效果和群众评价。"
                        + "在今后的工作中，我们将继续努力，为建设法治社会作出应有的贡献。"
                        + "全年受理行政复议案件79件，审结66件。</p>")))
                .isEqualTo("too_short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t20240110_88_1.html", "./t20240110_88_1.html"})
    void quarantinesAReportThatGoesOnAtAnotherAddress(String next) {
        assertThat(quarantine(page(PROSE + "<a href='" + next + "'>下一页</a>"))).isEqualTo("more_pages");
    }

    @Test
    void isNotMisledByThePagerOfAnotherList() {
        assertThat(figures(page(PROSE + "<a href='index_1.html'>下一页</a><a href='t20240109_87.html'>下一篇</a>")))
                .hasSize(7);
    }

    @Test
    void ignoresAModelEssay() {
        Reading reading =
                read(page(PROSE.replace("79", "xx").replace("66", "xx").replace("412", "XX")));
        assertThat(reading).isInstanceOf(Reading.Ignored.class);
        assertThat(((Reading.Ignored) reading).reason()).isEqualTo(Reason.MODEL_ESSAY);
    }

    /** Whatever the listing calls it, or where an operator named it by its address. */
    @Test
    void ignoresADraft() {
        Reading reading = read(page(PROSE).replace("情况的报告<", "情况的报告（征求意见稿）<"));
        assertThat(reading).isInstanceOf(Reading.Ignored.class);
        assertThat(((Reading.Ignored) reading).reason()).isEqualTo(Reason.DRAFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"（征求意见稿）", "(讨论稿)", "向社会公开征求意见"})
    void ignoresADraftThatSaysSoBelowItsTitle(String line) {
        Reading reading = read(page("<p>" + line + "</p>" + PROSE));
        assertThat(reading).isInstanceOf(Reading.Ignored.class);
        assertThat(((Reading.Ignored) reading).reason()).isEqualTo(Reason.DRAFT);
    }

    @Test
    void readsAReportThatTellsOfDraftsFurtherDown() {
        assertThat(figures(page(PROSE + "<p>（征求意见稿）</p>"))).hasSize(7);
        assertThat(figures(page("<p>围绕重大决策广泛征求社会各界意见建议，组织听证论证，全年未发生因决策不当引发的群体性事件，群众满意。</p>" + PROSE)))
                .hasSize(7);
    }

    @Test
    void readsThroughAHundredThousandNestedElements() {
        assertThat(figures(page("<div>".repeat(100_000) + PROSE))).hasSize(7);
    }

    @Test
    void readsAroundBrokenUtf8() {
        byte[] bytes = page("<p>\u4e91\u6eaa</p>" + PROSE).getBytes(StandardCharsets.UTF_8);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<p>") + 3;
        bytes[at] = (byte) 0xC3;
        assertThat(figures(new String(bytes, StandardCharsets.UTF_8))).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7\u200B9件", "7\u200F9件", "\u202A79\u202C件", "79\uFEFF件", "79\u00A0件", "7<span>9</span><b>件</b>"
            })
    void readsThroughMarksThatNobodySees(String written) {
        assertThat(figures(page(PROSE.replace("79件", written)))).isEqualTo(figures(page(PROSE)));
    }
}
