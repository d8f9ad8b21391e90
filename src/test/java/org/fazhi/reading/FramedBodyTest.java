package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fazhi.reading.attachment.AttachmentLimits;
import org.fazhi.reading.attachment.AttachmentReader;
import org.fazhi.reading.attachment.Fixture;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that stand in a frame of their page or on several pages, read with what lies beside them. */
class FramedBodyTest {

    private static final URI PAGE = URI.create("file:/home/a/t20250318_61.html");

    private static final String REPORT =
            "<p>一、主要做法和成效</p><p>全年新收行政复议案件61件，办结57件，纠正不当行政行为9件，组织行政执法人员轮训4期，培训执法骨干320人次。</p>"
                    + "<p>二、存在的不足</p><p>基层执法力量仍然偏弱，个别乡镇的合法性审核走了过场，抽查执法案卷150份，发现问题案卷5份。</p>"
                    + "<p>三、下一步安排</p><p>继续压实各单位主要负责同志推进法治建设的责任，把任务逐项分解到人，按季度通报进度。</p>";

    private final PayloadReader reader = new PayloadReader(
            new ReportReader(IndicatorDictionary.read()), new AttachmentReader(AttachmentLimits.USUAL));

    private final Map<String, byte[]> folder = new HashMap<>();
    private final List<URI> asked = new ArrayList<>();

    @Test
    void thePageInTheFrameIsReadUnderTheTitleAndDateOfItsOwn() {
        folder.put("W61.html", ("<html><body>" + REPORT + "</body></html>").getBytes(StandardCharsets.UTF_8));

        Reading.Read read = (Reading.Read) read(page("<iframe src='./W61.html'></iframe>"));

        assertThat(read.facts().title()).contains("栖川县人民政府2024年度法治政府建设情况报告");
        assertThat(read.facts().publishedDate()).contains("2025-03-18");
        assertThat(read.facts().figures())
                .extracting(DocumentFacts.FigureFact::raw)
                .contains("61件", "150份");
        assertThat(read.facts().text()).startsWith("一、主要做法和成效").endsWith("按季度通报进度。");
        assertThat(read.facts().figures())
                .allSatisfy(figure ->
                        assertThat(figure.span().of(read.facts().text())).isEqualTo(figure.raw()));
    }

    @Test
    void theFramesOwnEncodingIsRead() {
        folder.put("W61.html", ("<html><body>" + REPORT + "</body></html>").getBytes(Charset.forName("GB18030")));

        assertThat(read(page("<iframe src='./W61.html'></iframe>"))).isInstanceOf(Reading.Read.class);
    }

    @Test
    void theFirstFrameThatShowsAReportIsRead() {
        folder.put("a.html", "<html><body><p>天气</p></body></html>".getBytes(StandardCharsets.UTF_8));
        folder.put("W61.html", ("<html><body>" + REPORT + "</body></html>").getBytes(StandardCharsets.UTF_8));

        Reading reading = read(page("<iframe src='a.html'></iframe><iframe src='W61.html'></iframe>"));

        assertThat(reading).isInstanceOf(Reading.Read.class);
    }

    @Test
    void theFileInTheFrameIsRead() {
        folder.put("61.pdf", Fixture.report("pdf"));

        assertThat(read(page("<embed src='61.pdf'>"))).isInstanceOf(Reading.Read.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./W61.html", "/nr/W61.html", "/web/viewer.html?file=/u/1.pdf"})
    void aFrameThatIsNotToBeHadIsNamed(String address) {
        assertThat(read(page("<iframe src='" + address + "'></iframe>")))
                .isEqualTo(new Reading.Quarantined(
                        Reason.BODY_IN_FRAME, "expected the text, got a frame that shows " + address));
    }

    @Test
    void aFrameWithinAFrameIsNotFollowed() {
        folder.put("W61.html", page("<iframe src='W62.html'></iframe>"));
        folder.put("W62.html", ("<html><body>" + REPORT + "</body></html>").getBytes(StandardCharsets.UTF_8));

        Reading reading = read(page("<iframe src='W61.html'></iframe>"));

        assertThat(reading).isInstanceOf(Reading.Quarantined.class);
        assertThat(asked).containsExactly(PAGE.resolve("W61.html"));
    }

    @Test
    void aPageWithAReportOfItsOwnIsReadWithoutItsFrames() {
        folder.put(
                "W61.html",
                ("<html><body>" + REPORT.replace("61件", "62件") + "</body></html>").getBytes(StandardCharsets.UTF_8));

        Reading.Read read = (Reading.Read) read(page("<div>" + REPORT + "</div><iframe src='W61.html'></iframe>"));

        assertThat(read.facts().text()).contains("61件").doesNotContain("62件");
        assertThat(asked).isEmpty();
    }

    @Test
    void aNoteOrAPictureOverAFrameHasItsBodyInTheFrame() {
        String note = "<div id='zoom'><p>现将栖川县人民政府2024年度法治政府建设情况报告予以公布，请社会各界予以监督，"
                + "有关意见可以直接反映给县司法局，县司法局将认真研究吸纳，及时改进各项工作。</p>%s</div>";

        for (String more : List.of("", "<img src='1.jpg'>")) {
            assertThat(reason(page(note.formatted(more) + "<iframe src='W61.html'></iframe>")))
                    .isEqualTo(Reason.BODY_IN_FRAME);
        }
        assertThat(reason(page(note.formatted("")))).isEqualTo(Reason.TOO_SHORT);
        assertThat(reason(page("<iframe src='/include/top.html'></iframe>"))).isEqualTo(Reason.NO_MAIN_TEXT);
    }

    @Test
    void partsThatLieInTheFolderAreReadAsOne() {
        String script = "<script>createPageHTML(2,%d,\"t20250318_61\",\"html\");</script>";
        int middle = REPORT.indexOf("<p>二");
        byte[] first = page("<div id='zoom'>" + REPORT.substring(0, middle) + "</div>" + script.formatted(0));
        byte[] second = page("<div id='zoom'>" + REPORT.substring(middle) + "</div>" + script.formatted(1));

        assertThat(reason(first)).isEqualTo(Reason.MORE_PAGES);
        assertThat(reason(second)).isEqualTo(Reason.MORE_PAGES);

        folder.put("t20250318_61_1.html", second);
        Reading.Read read = (Reading.Read) read(first);

        assertThat(read.facts().sections())
                .extracting(DocumentFacts.SectionFact::number)
                .contains("一", "二", "三");
        assertThat(read.facts().figures())
                .extracting(DocumentFacts.FigureFact::raw)
                .contains("61件", "150份");

        folder.put("t20250318_61_1.html", Fixture.report("pdf"));
        assertThat(reason(first)).isEqualTo(Reason.MORE_PAGES);
    }

    private Reading read(byte[] page) {
        return reader.read(page, Optional.empty(), PageInput.alone(PAGE, "", true), url -> {
            asked.add(url);
            return Optional.ofNullable(folder.get(url.getPath().substring("/home/a/".length())))
                    .map(payload -> new Beside.Found(payload, Optional.empty()));
        });
    }

    private Reason reason(byte[] page) {
        return ((Reading.Quarantined) read(page)).reason();
    }

    private static byte[] page(String content) {
        return """
                <html><head><meta charset="utf-8"><title>栖川县人民政府2024年度法治政府建设情况报告</title>
                <meta name="PubDate" content="2025-03-18 10:20"></head><body>
                <ul><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">办事服务</a></li></ul>
                <h1>栖川县人民政府2024年度法治政府建设情况报告</h1>%s<div>主办：栖川县人民政府办公室</div></body></html>
                """.formatted(content).getBytes(StandardCharsets.UTF_8);
    }
}
