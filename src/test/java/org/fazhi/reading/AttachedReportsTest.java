package org.fazhi.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.crawl.PageInspection.AttachedFile;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.reading.attachment.Fixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedReportsTest {

    private static final URI PAGE = URI.create("https://www.linjiang.gov.cn/xxgk/202601/t20260125_1.html");
    private static final String TITLE = "临渟县人民政府2025年度法治政府建设情况的报告";

    @TempDir
    Path folder;

    private Source source;

    @BeforeEach
    void source() throws IOException {
        Files.writeString(folder.resolve("linjiang.yml"), """
                id: linjiang
                publisher: 临渟县人民政府
                region: 991102
                issuer_kind: government
                report_kind: rule_of_law
                listings:
                  - url: https://www.linjiang.gov.cn/xxgk/index.html
                since: 2020
                """);
        source = SourceRegistry.read(folder).sources().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "./P020260125.pdf|附件|https://www.linjiang.gov.cn/xxgk/202601/P020260125.pdf",
                "/downfile.jsp?classid=0&filename=ab12.doc|点击下载|https://www.linjiang.gov.cn/downfile.jsp?classid=0&filename=ab12.doc",
                "/system/_content/download.jsp?urltype=1&wbfileid=77|附件【临渟县2025年度法治政府建设报告.docx】|https://www.linjiang.gov.cn/system/_content/download.jsp?urltype=1&wbfileid=77",
                "https://file.linjiang.gov.cn/a/7.ofd|P020260125|https://file.linjiang.gov.cn/a/7.ofd",
                "/a.wps|附件1：临渟县2025年度法治政府建设报告.wps|https://www.linjiang.gov.cn/a.wps"
            })
    void aCoveringNoteLeadsToItsFile(String href, String text, String expected) {
        assertThat(found(note("<p>附件：<a href=\"" + href + "\">" + text + "</a></p>")))
                .extracting(AttachedFile::url)
                .containsExactly(URI.create(expected));
    }

    @Test
    void aFileWithoutANameOfItsOwnHasThatOfThePageAndItsDate() {
        assertThat(found(note("<a href=\"1.pdf\">下载附件（PDF版）</a>")))
                .containsExactly(
                        new AttachedFile(PAGE.resolve("1.pdf"), TITLE, Optional.of(LocalDate.of(2026, 1, 25))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025年度法治政府建设情况报告.pdf",
                "附件1：2025年度法治政府建设情况报告.pdf",
                "1.2025年度法治政府建设情况报告",
                "附件【2025年度法治政府建设情况报告.pdf】",
                "下载：2025年度法治政府建设情况报告"
            })
    void aFileIsCalledByItsName(String text) {
        assertThat(found(note("<a href=\"1.pdf\">" + text + "</a>")))
                .extracting(AttachedFile::title)
                .containsExactly("2025年度法治政府建设情况报告");
    }

    @Test
    void aFileShownInAFrameIsTheReport() {
        assertThat(found(note("<iframe src=\"/pdfjs/web/viewer.html?file=/u/1.pdf\"></iframe>")))
                .extracting(AttachedFile::url)
                .containsExactly(PAGE.resolve("/u/1.pdf"));
    }

    @Test
    void aPageInAFrameIsTheReportWhereItsPageHasNone() {
        AttachedFile framed = new AttachedFile(PAGE.resolve("W1.html"), TITLE, Optional.of(LocalDate.of(2026, 1, 25)));
        String frame = "<iframe src=\"W1.html\"></iframe>";

        assertThat(found(note(frame))).containsExactly(framed);
        assertThat(found(note(frame).replaceAll("<p>[^<]*</p>", ""))).containsExactly(framed);
        assertThat(found(note(frame + "<a href=\"1.pdf\">附件</a>")))
                .extracting(AttachedFile::url)
                .containsExactly(PAGE.resolve("1.pdf"));
        assertThat(found(note("<p>" + "全县各级各部门认真落实各项部署，扎实推进有关工作。".repeat(8) + "</p>" + frame)))
                .isEmpty();
        assertThat(found(note("<iframe src=\"https://elsewhere.example.com/W1.html\"></iframe>")))
                .isEmpty();
    }

    @Test
    void aFrameIsFollowedFromAListingOrADocumentAndNotFromAFrame() {
        String page = note("<iframe src=\"W1.html\"></iframe>");

        assertThat(AttachedReports.in(source, PAGE, page, Optional.of(TITLE), Optional.of(PAGE)))
                .hasSize(1);
        assertThat(AttachedReports.in(
                        source,
                        PAGE,
                        page,
                        Optional.of(TITLE),
                        Optional.of(URI.create("https://www.linjiang.gov.cn/xxgk/index.html"))))
                .hasSize(1);
        assertThat(AttachedReports.in(source, PAGE, page, Optional.of(TITLE), Optional.of(PAGE.resolve("other.html"))))
                .isEmpty();
        assertThat(AttachedReports.in(
                        source, PAGE, page.replace("法治政府建设", "粮食安全"), Optional.empty(), Optional.of(PAGE)))
                .isEmpty();
    }

    @Test
    void picturesBesideAFileLeadToTheFile() {
        assertThat(found(note("<img src=\"1.jpg\"><img src=\"2.jpg\"><a href=\"1.pdf\">附件</a>")))
                .extracting(AttachedFile::url)
                .containsExactly(PAGE.resolve("1.pdf"));
    }

    @Test
    void theLaterPartsAreAskedForBesideTheFirst() {
        String page = note("<script>createPageHTML(3,%d,\"t20260125_1\",\"html\");</script>");

        assertThat(ReportParts.later(source, PAGE, page.formatted(0), Optional.of(TITLE)))
                .containsExactly(
                        new AttachedFile(PAGE.resolve("t20260125_1_1.html"), TITLE, Optional.empty()),
                        new AttachedFile(PAGE.resolve("t20260125_1_2.html"), TITLE, Optional.empty()));
        assertThat(ReportParts.later(source, PAGE, page.formatted(0), Optional.empty()))
                .hasSize(2);
        assertThat(ReportParts.later(source, PAGE, page.formatted(1), Optional.of(TITLE)))
                .isEmpty();
        assertThat(ReportParts.later(source, PAGE, page.formatted(0), Optional.of("粮食安全工作报告")))
                .isEmpty();
        assertThat(ReportParts.later(source, PAGE, note("<a href=\"t20260125_1_1.html\">下一页</a>"), Optional.of(TITLE)))
                .isEmpty();
        assertThat(ReportParts.first(PAGE.resolve("t20260125_1_1.html"), page.formatted(1)))
                .contains(PAGE);
        assertThat(ReportParts.first(PAGE, page.formatted(0))).isEmpty();
        assertThat(ReportParts.first(PAGE, "<b>".repeat(500_000))).isEmpty();
    }

    @Test
    void ofCopiesInSeveralFormatsOneIsTaken() {
        assertThat(found(
                        note("<a href=\"1.pdf\">PDF版下载</a><a href=\"1.docx\">Word版下载</a><a href=\"1.ofd\">OFD版下载</a>")))
                .extracting(AttachedFile::url)
                .containsExactly(PAGE.resolve("1.docx"));
    }

    @Test
    void aFileOfAnotherNameIsNotTheReport() {
        assertThat(found(note("<a href=\"1.xlsx\">附件2：行政复议案件统计表.xlsx</a><a href=\"2.pdf\">2025年政府信息公开工作年度报告</a>")))
                .isEmpty();
    }

    @Test
    void aPageThatHasTheWholeTextHasNoFileThatCounts() {
        String whole = new String(Fixture.report("html"), StandardCharsets.UTF_8)
                .replace("<p>特此报告。</p>", "<p>特此报告。</p><p><a href=\"1.pdf\">" + TITLE + ".pdf</a></p>");

        assertThat(found(whole)).isEmpty();
    }

    @Test
    void aShortReportInChaptersIsNoNote() {
        assertThat(
                        found(
                                note(
                                        "<p>一、工作成效</p><p>全年办理复议案件12件，调解矛盾纠纷36件，组织执法培训4次，普法宣传活动覆盖全部村庄和社区，群众对法治建设更加满意。</p><p>二、存在问题</p><p>力量不足。</p><a href=\"1.pdf\">附件</a>")))
                .isEmpty();
    }

    @Test
    void aPageOfAnotherMatterLeadsNowhere() {
        String other = note("<a href=\"1.pdf\">附件</a>").replace("法治政府建设", "粮食安全工作");

        assertThat(AttachedReports.in(source, PAGE, other, Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void takesNoMoreThanFiveFilesAndNoneFromAnotherDomain() {
        StringBuilder links =
                new StringBuilder("<a href=\"https://elsewhere.example.com/1.pdf\">2025年法治政府建设报告.pdf</a>");
        for (int i = 0; i < 9; i++) {
            links.append("<a href=\"%d.pdf\">%s镇2025年法治政府建设报告.pdf</a>".formatted(i, "甲乙丙丁戊己庚辛壬".charAt(i)));
        }

        assertThat(found(note(links.toString())))
                .hasSize(AttachedReports.MOST)
                .allSatisfy(file -> assertThat(file.url()).hasHost("www.linjiang.gov.cn"));
    }

    @Test
    void aFilesOwnAddressThatAnswersWithAPageLeadsNowhere() {
        assertThat(AttachedReports.in(
                        source,
                        PAGE.resolve("1.pdf"),
                        note("<a href=\"2.pdf\">附件</a>"),
                        Optional.of(TITLE),
                        Optional.empty()))
                .isEmpty();
    }

    @Test
    void theScriptOfAGkmlptPageIsSearchedToo() {
        String page = """
                <html><head><title>x</title></head><body><div id="app"></div><script>
                window._CONFIG = {DETAIL: {"title":"%s","content":"\\u003Cp\\u003E见附件。\\u003Ca class=\\"nfw-cms-attachment\\" href=\\"/attachment/0/9/9.pdf\\"\\u003E附件\\u003C/a\\u003E\\u003C/p\\u003E"}}
                </script></body></html>
                """.formatted(TITLE);

        assertThat(found(page)).extracting(AttachedFile::url).containsExactly(PAGE.resolve("/attachment/0/9/9.pdf"));
    }

    private List<AttachedFile> found(String html) {
        return AttachedReports.in(source, PAGE, html, Optional.of(TITLE), Optional.empty());
    }

    private static String note(String content) {
        return """
                <html><head><title>%1$s</title><meta name="PubDate" content="2026-01-25 09:30"></head><body>
                <ul><li><a href="/">首页</a></li><li><a href="/xxgk/">信息公开</a></li></ul>
                <h1>%1$s</h1><div class="TRS_Editor"><p>现将%1$s予以公布，请社会各界监督。</p>%2$s</div></body></html>
                """.formatted(TITLE, content);
    }
}
