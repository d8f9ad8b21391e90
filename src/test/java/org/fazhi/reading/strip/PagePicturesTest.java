package org.fazhi.reading.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import org.fazhi.reading.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are pictures, and pages that merely have some. */
class PagePicturesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div class='TRS_Editor'><img src='./W020250318001.jpg'></div>|1 picture, of no declared width",
                "<div id='zoom'><p><img src='a1.png' width='640'></p><p><img src='a2.png' style='width: 900px'></p></div>|2 pictures, 640 to 900 pixels wide",
                "<p><img src='/upload/1.jpg' width='800'></p><p><img src='/upload/2.jpg' width='800px'></p>|2 pictures, 800 pixels wide",
                "<div id='zoom'><a href='big/1.JPG'><img src='1.jpg'></a><a href='javascript:show(2)'><img src='2.jpg'></a></div>|2 pictures, of no declared width",
                "<div id='zoom'><img data-src='/lazy/photo-3.jpg'><img src='/a/headline7.jpg'></div>|2 pictures, of no declared width",
                "<div id='zoom'><img src='1.jpg'></div><img src='/side/2.jpg'><img src='/side/3.jpg'>|1 picture, of no declared width"
            })
    void aPageOfPicturesNeedsOcr(String content, String told) {
        UnreadablePageException e = unread(content);

        assertThat(e.reason()).isEqualTo(Reason.NEEDS_OCR);
        assertThat(e).hasMessage("expected text, got " + told);
        assertThat(e.metadata().first(PageMetadata.Field.TITLE)).contains("栖川县2024年度法治政府建设情况报告");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='/upload/1.jpg'>",
                "<div id='zoom'><img src='/images/logo_2.png'><img src='/images/share.png'><img src='dot.gif'></div>",
                "<div id='zoom'><img src='a.svg?v=1'><img src='data:image/gif;base64,R0'><img src=''><img></div>",
                "<div id='zoom'><img src='1.jpg' width='299'><img src='2.jpg' style='width:120px'></div>",
                "<div id='zoom'><a href='/zt/1.html'><img src='1.jpg'></a><a href='/'><img src='2.jpg'></a></div>",
                "<div id='zoom' style='display:none'><img src='1.jpg'><img src='2.jpg'></div>",
                "<div id='zoom'><noscript><img src='1.jpg'><img src='2.jpg'></noscript></div>"
            })
    void ornamentsAreNoPages(String content) {
        assertThat(unread(content).reason()).isEqualTo(Reason.CHROME_ONLY);
    }

    @Test
    void aPictureOfTheLeastWidthIsOne() {
        assertThat(unread("<div id='zoom'><img src='1.jpg' width='300'></div>").reason())
                .isEqualTo(Reason.NEEDS_OCR);
    }

    @Test
    void aNoteOverPicturesNeedsOcrAndAReportWithPicturesDoesNot() {
        String note =
                "<p>现将栖川县2024年度法治政府建设情况报告予以公布，欢迎社会各界对报告所列事项提出意见建议，我们将认真研究吸纳并及时改进工作，" + "相关意见可以通过来信来访的方式反映给县司法局。</p>";
        String pictures = "<img src='1.jpg'><img src='2.jpg'>";

        assertThat(unread("<div id='zoom'>" + note + pictures + "</div>").reason())
                .isEqualTo(Reason.NEEDS_OCR);
        assertThat(strip("<div id='zoom'>" + note.repeat(2) + pictures + "</div>")
                        .text())
                .startsWith("现将栖川县");
    }

    @Test
    void countsNoMoreThanAThousand() {
        assertThat(unread("<div id='zoom'>" + "<img src='1.jpg'>".repeat(1_200) + "</div>"))
                .hasMessageContaining("1000 pictures");
    }

    private static UnreadablePageException unread(String content) {
        return catchThrowableOfType(UnreadablePageException.class, () -> strip(content));
    }

    private static StrippedPage strip(String content) {
        return new HtmlStripper().strip("""
                <html><head><title>栖川县2024年度法治政府建设情况报告</title></head><body>
                <ul><li><a href="/">首页</a></li><li><a href="/a/">政务公开</a></li><li><a href="/b/">办事服务</a></li></ul>
                <h1>栖川县2024年度法治政府建设情况报告</h1><div>来源</div>%s<div>主办：栖川县人民政府办公室</div></body></html>
                """.formatted(content), URI.create("https://www.qichuan.example/a.html"));
    }
}
