package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.fazhi.harvest.discovery.FrameLinks.Frame;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which frames may show the text of their page, and which files pages show and open. */
class FrameLinksTest {

    private static final URI PAGE = URI.create("https://www.qichuan.gov.cn/xxgk/202503/t20250318_61.html");
    private static final URI SAVED = URI.create("file:/home/a/t20250318_61.html");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<iframe src='./W020250318.html' width='100%'></iframe>|https://www.qichuan.gov.cn/xxgk/202503/W020250318.html",
                "<iframe src='//nr.qichuan.gov.cn/show?id=61' height='800'></iframe>|https://nr.qichuan.gov.cn/show?id=61",
                "<frame src='/nr/61.jsp'>|https://www.qichuan.gov.cn/nr/61.jsp",
                "<iframe src='/content/detail/' style='width:200px;height:60px'></iframe>|https://www.qichuan.gov.cn/content/detail/",
                "<iframe src='/headline/stopover.html' height='900px'></iframe>|https://www.qichuan.gov.cn/headline/stopover.html",
                "<iframe src='a.html' width='10%' height='0.5em'></iframe>|https://www.qichuan.gov.cn/xxgk/202503/a.html"
            })
    void aFrameOfTheSiteMayShowTheText(String frame, String url) {
        assertThat(FrameLinks.in(Jsoup.parse(wrapped(frame)), PAGE))
                .containsExactly(new Frame(url, Optional.of(URI.create(url)), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='https://www.elsewhere.example/61.html'></iframe>",
                "<iframe src='/include/top.html'></iframe>",
                "<iframe src='footer2.htm'></iframe>",
                "<iframe src='pub_search.jsp'></iframe>",
                "<iframe src='share_box.html'></iframe>",
                "<iframe src='a.html' width='199'></iframe>",
                "<iframe src='a.html' height='59px'></iframe>",
                "<iframe src='a.html' style='border:0; width:0px'></iframe>",
                "<iframe src='a.html' style='display: none'></iframe>",
                "<iframe src='a.html' style='visibility:hidden'></iframe>",
                "<iframe src='a.html' hidden></iframe>",
                "<iframe src='a.mp4'></iframe>",
                "<iframe src='about:blank'></iframe><iframe src=''></iframe><iframe></iframe>",
                "<iframe src='javascript:show()'></iframe>",
                "<iframe src='t20250318_61.html'></iframe>",
                "<embed src='a.html'>",
                "<object data='/nr/61.html'></object>"
            })
    void furnitureAndOtherSitesDoNot(String frame) {
        assertThat(FrameLinks.in(Jsoup.parse(wrapped(frame)), PAGE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<iframe src='/pdfjs/web/viewer.html?file=/u/1.pdf#page=2'></iframe>|/u/1.pdf",
                "<iframe src='/pdfjs/web/viewer.html?file=%2Fu%2F1.pdf%3Fv%3D2'></iframe>|/u/1.pdf?v=2",
                "<iframe src='/ViewerJS/#../u/1.pdf'></iframe>|/u/1.pdf",
                "<iframe src='/ViewerJS/index.html#/u/1.odt'></iframe><embed src='1.pdf' type='application/pdf'>|/xxgk/202503/1.pdf",
                "<object data='/u/1.ofd'></object>|/u/1.ofd",
                "<div id='p'></div><script>PDFObject.embed(\"/u/1.pdf\", '#p');</script>|/u/1.pdf",
                "<script>pdfjsLib.getDocument({ url: '/u/1.pdf' }).promise</script>|/u/1.pdf",
                "<script>new Pdfh5('#p', {pdfurl: \"/u/1.pdf\"})</script>|/u/1.pdf",
                "<script>document.getElementById('f').src = '/web/viewer.html?file=/u/1.pdf'</script>|/u/1.pdf"
            })
    void aFileIsShownInAFrameOrByAScript(String page, String path) {
        URI url = PAGE.resolve(path);

        assertThat(FrameLinks.in(Jsoup.parse(wrapped(page)), PAGE))
                .contains(new Frame(url.toString(), Optional.of(url), true));
        assertThat(FileLinks.in(Jsoup.parse(wrapped(page)), PAGE))
                .extracting(Link::url)
                .containsExactly(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href='/pdfjs/web/viewer.html?file=/u/1.pdf'>年度报告</a>|/u/1.pdf|年度报告",
                "<a href='/ViewerJS/#../u/1.pdf'>年度报告</a>|/u/1.pdf|年度报告",
                "<a href='javascript:;' onclick=\"window.open('/u/1.pdf')\">年度报告</a>|/u/1.pdf|年度报告",
                "<a href=\"javascript:openFile('/u/1.docx','x')\">年度报告</a>|/u/1.docx|年度报告",
                "<button onclick='location.href=\"/u/1.pdf\"'>下载</button>|/u/1.pdf|下载",
                "<a href='/down.jsp?file=1.pdf'>年度报告</a>|/down.jsp?file=1.pdf|年度报告"
            })
    void aLinkOrAClickLeadsToAFile(String link, String path, String title) {
        assertThat(FileLinks.in(Jsoup.parse(wrapped(link)), PAGE))
                .containsExactly(new Link(PAGE.resolve(path), title, Optional.empty(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>var help = '/u/help.pdf';</script>",
                "<a href='/web/viewer.html?file=/u/1.html'>年度报告</a>",
                "<a onclick=\"window.open('/u/1.html')\">年度报告</a>",
                "<script>PDFObject.embed(address)</script>"
            })
    void otherNamesInScriptsLeadToNone(String page) {
        assertThat(FileLinks.in(Jsoup.parse(wrapped(page)), PAGE)).isEmpty();
    }

    @Test
    void noMoreThanThreeFramesAndEachAddressOnce() {
        String frames = "<iframe src='1.html'></iframe><iframe src='./1.html'></iframe><iframe src='2.html'></iframe>"
                + "<iframe src='3.html'></iframe><iframe src='4.html'></iframe>";

        assertThat(FrameLinks.in(Jsoup.parse(wrapped(frames)), PAGE))
                .extracting(Frame::address)
                .containsExactly(
                        PAGE.resolve("1.html").toString(),
                        PAGE.resolve("2.html").toString(),
                        PAGE.resolve("3.html").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "./W020250318.html|file:/home/a/W020250318.html|false",
                "%E6%8A%A5%E5%91%8A+1.pdf|file:/home/a/报告+1.pdf|true",
                "/nr/61.html||false",
                "../61.html||false",
                "/web/viewer.html?file=/u/1.pdf||true"
            })
    void aSavedPageNamesItsFrameAsItIsWritten(String address, String url, boolean isFile) {
        assertThat(FrameLinks.in(Jsoup.parse(wrapped("<iframe src='" + address + "'></iframe>")), SAVED))
                .containsExactly(new Frame(address, Optional.ofNullable(url).map(URI::create), isFile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.qichuan.gov.cn/61.html",
                "//www.qichuan.gov.cn/61.html",
                "/include/top.html",
                "about:blank",
                "#a",
                ""
            })
    void aSavedPageTakesNoWholeAddressForItsOwn(String address) {
        assertThat(FrameLinks.in(Jsoup.parse(wrapped("<iframe src='" + address + "'></iframe>")), SAVED))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.html",
                "/etc/a.html",
                "..",
                ".a.html",
                "b/a.html",
                "%2e%2e%2fa.html",
                "c:a.html",
                "a%00.html",
                "a\\b.html",
                "%zz"
            })
    void besideASavedPageStandOnlyFilesOfItsFolder(String address) {
        assertThat(FrameLinks.resolve(address, SAVED)).isEmpty();
    }

    @Test
    void anAddressIsResolvedWithinItsSite() {
        assertThat(FrameLinks.resolve("a_1.html", PAGE)).contains(PAGE.resolve("a_1.html"));
        assertThat(FrameLinks.resolve("https://www.elsewhere.example/a_1.html", PAGE))
                .isEmpty();
        assertThat(FrameLinks.resolve("./a_1.html", SAVED)).contains(URI.create("file:/home/a/a_1.html"));
    }

    private static String wrapped(String content) {
        boolean isFrame = content.startsWith("<frame ");
        return isFrame
                ? "<html><frameset>" + content + "</frameset></html>"
                : "<html><body>" + content + "</body></html>";
    }
}
