package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingReaderTest {

    private static final URI LIST = URI.create("http://www.qinghe.gov.cn/zwgk/fzzf/index.html");

    private final ListingReader reader = new ListingReader();

    @Test
    void readsTrsRowsWholeAndResolvesThemAcrossFolders() {
        ListingContent content = read("""
                <ul class="x9">
                <li><a href="./202403/t20240328_658.html" title="清禾县人民政府2023年度法治政府建设情况报告">清禾县人民政府2023年度法治政…</a><span>2024-03-29</span></li>
                <li><a href="../../sfj/gkml/202302/t20230207_9.html">清禾县司法局2022年度法治政府建设总结</a><em>[2023/2/7]</em></li>
                <li><a href="/art/1.html" target="_blank">·清禾县水务局2021年依法行政工作总结 </a><i>2022年
                 1月
                 9日</i></li>
                </ul>
                <script>createPageHTML(3, 0, "index", "html");</script>
                """);

        assertThat(content.dialect()).isEqualTo("trs");
        assertThat(content.links())
                .containsExactly(
                        link(
                                "http://www.qinghe.gov.cn/zwgk/fzzf/202403/t20240328_658.html",
                                "清禾县人民政府2023年度法治政府建设情况报告",
                                "2024-03-29",
                                0),
                        link(
                                "http://www.qinghe.gov.cn/sfj/gkml/202302/t20230207_9.html",
                                "清禾县司法局2022年度法治政府建设总结",
                                "2023-02-07",
                                1),
                        link("http://www.qinghe.gov.cn/art/1.html", "清禾县水务局2021年依法行政工作总结", "2022-01-09", 2));
        assertThat(next(content)).containsExactly("http://www.qinghe.gov.cn/zwgk/fzzf/index_1.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /f/             | createPageHTML(3, 0, "index", "html")               | /f/index_1.html
                    /f/index_1.html | createPageHTML(3, 1, "index", "html")               | /f/index_2.html
                    /f/index_2.html | createPageHTML(3, 2, "index", "html")               |
                    /f/index.shtml  | createPage(12,0,'index','shtml')                    | /f/index_1.shtml
                    /f/list.shtml   | createPageHTML('page-div',4,1,'list','shtml',74)    | /f/list_2.shtml
                    /f/list_4.shtml | createPageHTML('page-div',4,4,'list','shtml',74)    |
                    /f/index.html   | var countPage=56; var currentPage=0;                | /f/index_1.html
                    /f/index_7.htm  | var countPage = 56 ; var currentPage = 7 ;          | /f/index_8.htm
                    /f/index_55.htm | var countPage=56; var currentPage=55;               |
                    """)
    void readsTheNextTrsPageFromTheScript(String path, String script, String next) {
        ListingContent content = reader.read(
                ListingResponse.of(LIST.resolve(path), "<body><script>" + script + "</script></body>"),
                Optional.empty());

        assertThat(content.dialect()).isEqualTo("trs");
        assertThat(next(content))
                .isEqualTo(next == null ? List.of() : List.of(LIST.resolve(next).toString()));
    }

    @Test
    void tellsPagesOfAnArticleFromPagesOfAList() {
        ListingContent content = reader.read(
                ListingResponse.of(
                        LIST.resolve("/f/t20190918_693227.shtml"),
                        "<body><script>createPageHTML(2,0,\"t20190918_693227\",\"shtml\");</script></body>"),
                Optional.empty());

        assertThat(content.dialect()).isEqualTo("plain");
        assertThat(content.next()).isEmpty();
    }

    @Test
    void readsTheRecordsEmbeddedInAHanwebColumnAndAsksForTheNextGroup() {
        ListingContent content = reader.read(
                ListingResponse.of(URI.create("http://www.qinghe.gov.cn/col/col77/index.html"), """
                        <html><body><a href="/">网站首页导航栏目</a><div id="900"><script type="text/xml"><datastore>
                        <nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=3&path=/&columnid=77&unitid=900&webname=清禾县&permissiontype=0"></a>]]></nextgroup>
                        <recordset><record>
                        <![CDATA[<li><a href="/art/2024/3/1/art_77_5.html" title="清禾县2023年法治政府建设年度报告">清禾县2023年</a><span>2024-
                        03-
                        01</span></li>]]></record>
                        <record><![CDATA[<li><a href="/art/2023/3/1/art_77_4.html">清禾县2022年法治政府建设年度报告</a><b>2023-03-01</b></li>]]></record>
                        </recordset></datastore></script></div>
                        <script>$('#900').jpage({perPage:2,groupSize:3,totalRecord:9,proxyParams:{col:1,sourceContentType:1}});</script>
                        </body></html>
                        """), Optional.empty());

        assertThat(content.dialect()).isEqualTo("hanweb_jpage");
        assertThat(content.links())
                .containsExactly(
                        link(
                                "http://www.qinghe.gov.cn/art/2024/3/1/art_77_5.html",
                                "清禾县2023年法治政府建设年度报告",
                                "2024-03-01",
                                0),
                        link(
                                "http://www.qinghe.gov.cn/art/2023/3/1/art_77_4.html",
                                "清禾县2022年法治政府建设年度报告",
                                "2023-03-01",
                                1));
        assertThat(next(content))
                .containsExactly(
                        "http://www.qinghe.gov.cn/module/web/jpage/dataproxy.jsp?page=1&startrecord=1&endrecord=6&perpage=6"
                                + "&col=1&appid=1&webid=3&path=/&columnid=77&sourceContentType=1&unitid=900"
                                + "&webname=%E6%B8%85%E7%A6%BE%E5%8E%BF&permissiontype=0");
    }

    @Test
    void readsAHanwebGroupAgainstTheColumnPageAndEndsAtTheTotal() {
        URI column = URI.create("http://www.qinghe.gov.cn/col/col77/index.html");
        URI group = URI.create(
                "http://www.qinghe.gov.cn/module/web/jpage/dataproxy.jsp?page=1&startrecord=1&endrecord=6&perpage=6&columnid=77");
        String records = "<record><![CDATA[<li><a href=\"art_%d.html\">清禾县第%d份法治政府建设报告</a></li>]]></record>";
        String xml = "<?xml version='1.0'?><datastore><totalrecord>%d</totalrecord><recordset>"
                + records.formatted(1, 1) + records.formatted(2, 2) + "</recordset></datastore>";

        ListingContent more = reader.read(
                new ListingResponse(ListingRequest.get(group, column), group, xml.replace("%d", "20")),
                Optional.empty());
        ListingContent last = reader.read(
                new ListingResponse(ListingRequest.get(group, column), group, xml.replace("%d", "6")),
                Optional.empty());

        assertThat(more.links())
                .extracting(Link::url)
                .contains(URI.create("http://www.qinghe.gov.cn/col/col77/art_1.html"));
        assertThat(next(more))
                .singleElement()
                .asString()
                .contains("page=2&startrecord=7&endrecord=12&perpage=6&columnid=77");
        assertThat(last.next()).isEmpty();
    }

    @Test
    void followsTheNextPageLinkOfAPlainList() {
        ListingContent content = read("""
                <div class="nav"><a href="/">首页</a><a href="/gk/">政府信息公开</a></div>
                <table><tr><td><a href="info/1/5.htm">清禾县2023年法治政府建设年度报告</a></td><td>2024-01-05</td></tr>
                <tr><td><a href="info/1/4.htm">清禾县2022年法治政府建设年度报告</a></td><td>2023-01-05</td></tr></table>
                <a href="index/2.htm">2</a> <a href="index/3.htm">3</a> <a href="index/2.htm">下一页</a> <a href="index/9.htm">尾页</a>
                """);

        assertThat(content.dialect()).isEqualTo("plain");
        assertThat(content.links())
                .extracting(link -> link.url().getPath())
                .containsExactly("/zwgk/fzzf/info/1/5.htm", "/zwgk/fzzf/info/1/4.htm");
        assertThat(next(content)).containsExactly("http://www.qinghe.gov.cn/zwgk/fzzf/index/2.htm");
    }

    @Test
    void resolvesAgainstTheBaseThatAPageNames() {
        ListingContent content = read("<head><base href='/sfj/'></head>"
                + "<ul><li><a href='art/1.htm'>清禾县2023年法治政府建设年度报告</a> 2024-01-05</li></ul><a href='p2.htm'>下一页</a>");

        assertThat(content.links()).extracting(link -> link.url().getPath()).containsExactly("/sfj/art/1.htm");
        assertThat(next(content)).containsExactly("http://www.qinghe.gov.cn/sfj/p2.htm");
    }

    @Test
    void takesTheNumbersOfAPagerWithoutANextLink() {
        ListingContent content = read(
                "<ul><li><a href='1.htm'>清禾县2023年法治政府建设年度报告</a> 2024-01-05</li></ul>"
                        + "<p><span>1</span><a href='?p=2'>2</a><a href='?p=3'>[3]</a><a href='http://else.example/2'>4</a></p>");

        assertThat(next(content))
                .containsExactly(
                        "http://www.qinghe.gov.cn/zwgk/fzzf/index.html?p=2",
                        "http://www.qinghe.gov.cn/zwgk/fzzf/index.html?p=3");
    }

    @Test
    void leavesScriptsMailboxesAndOtherSchemesOut() {
        ListingContent content = read("""
                <ul><li><a href="javascript:open(1)">清禾县2023年法治政府建设年度报告甲</a></li>
                <li><a href="mailto:a@example.gov.cn">清禾县2023年法治政府建设年度报告乙</a></li>
                <li><a href="data:text/html,x">清禾县2023年法治政府建设年度报告丙</a></li>
                <li><a href="#top">清禾县2023年法治政府建设年度报告丁</a></li>
                <li><a href="a b[1].html">清禾县2023年法治政府建设年度报告戊</a></li></ul>
                """);

        assertThat(content.links())
                .extracting(link -> link.url().toString())
                .containsExactly("http://www.qinghe.gov.cn/zwgk/fzzf/a%20b%5B1%5D.html");
    }

    @Test
    void readsByTheDialectThatIsNamedAndRefusesOneThereIsNot() {
        ListingResponse response = ListingResponse.of(LIST, "<script>createPageHTML(3,0,'index','html')</script>");

        assertThat(reader.read(response, Optional.of("plain")).dialect()).isEqualTo("plain");
        assertThatThrownBy(() -> reader.read(response, Optional.of("drupal")))
                .hasMessage(
                        "cms: expected one of sitemap, hanweb_jpaas, hanweb_xxgk, hanweb_jpage, gkmlpt, openness, trs, vsb,"
                                + " ucap_search, query_list, plain, got drupal");
    }

    @Test
    void survivesWhateverASiteSends() {
        String nested = "<div>".repeat(20_000) + "<a href='x.html'>清禾县2023年法治政府建设年度报告</a>";
        String anchors = "<a href='y.html'>" + "无".repeat(5_000) + "</a>";
        String records = "<datastore><record><![CDATA[" + "<record>".repeat(5_000);

        for (String body :
                List.of("", "\u0000", nested, anchors.repeat(500), records, "createPageHTML(".repeat(20_000))) {
            ListingContent content = read(body);
            assertThat(content.links().size()).isLessThan(10_000);
        }
    }

    @Test
    @NeedsShared
    void readsTheRealListsAsAPersonDoes() throws IOException {
        ListingContent handan = real("trs-list.html", "http://hdzfxxgk.hd.gov.cn/zfwj/jinqixxgk/");
        ListingContent pingtan = real("trs-avalon-list.html", "https://www.pingtan.gov.cn/zwgk/ghxx/gzjzqk/");
        ListingContent tangshan =
                real("metadata-per-row-list.html", "http://zygh.tangshan.gov.cn/ts/xxgk/gggs/tdgycr/");

        assertThat(handan.dialect()).isEqualTo("trs");
        assertThat(next(handan)).containsExactly("http://hdzfxxgk.hd.gov.cn/zfwj/jinqixxgk/index_1.html");
        assertThat(dated(handan)).singleElement().satisfies(link -> {
            assertThat(link.date()).contains(LocalDate.of(2020, 8, 5));
            assertThat(link.url().getPath()).isEqualTo("/gszbm/auto23716/202008/t20200805_1353179.html");
        });
        assertThat(pingtan.links()).hasSize(9).allMatch(link -> link.date().isPresent());
        assertThat(pingtan.links())
                .extracting(Link::url)
                .contains(URI.create(
                        "https://www.pingtan.gov.cn/zwgk/zdlyxxgk/ssjygk/sjccjg/202511/t20251111_103189.htm"));
        assertThat(dated(tangshan)).allMatch(link -> link.title().length() > 6);
        assertThat(dated(tangshan).get(0).url().getPath()).isEqualTo("/ts/xxgk/gggs/tdgycr/101253708362987618304.html");
    }

    private ListingContent real(String file, String url) throws IOException {
        Path path = Shared.path("html/list/" + file);
        return reader.read(ListingResponse.of(URI.create(url), Files.readString(path)), Optional.empty());
    }

    private static List<Link> dated(ListingContent content) {
        return content.links().stream().filter(link -> link.date().isPresent()).toList();
    }

    @Test
    void takesAnAddressWhoseSchemeIsInCapitals() {
        ListingContent content =
                read("<ul><li><a href=\"HTTPS://www.qinghe.gov.cn/A.html\">清禾县司法局2022年度法治政府建设总结</a></li></ul>");

        assertThat(content.links())
                .extracting(Link::url)
                .containsExactly(URI.create("https://www.qinghe.gov.cn/A.html"));
    }

    /** The date beside a link is its row's, not that of the row before, whatever empty elements stand between. */
    @Test
    void keepsRowsApartThatStandBesideEmptyElements() {
        ListingContent content = read("<div>" + "<i></i>".repeat(50)
                + "<p><b><a href=\"1.html\">清禾县司法局2022年度法治政府建设总结</a></b><u></u> 2023-02-07</p>"
                + "<p><a href=\"2.html\">清禾县司法局2021年度法治政府建设总结</a><a href=\"2.html\">更多</a> 2022-03-08</p></div>");

        assertThat(content.links())
                .containsExactly(
                        link("http://www.qinghe.gov.cn/zwgk/fzzf/1.html", "清禾县司法局2022年度法治政府建设总结", "2023-02-07", 0),
                        link("http://www.qinghe.gov.cn/zwgk/fzzf/2.html", "清禾县司法局2021年度法治政府建设总结", "2022-03-08", 1));
    }

    /** The link says what a click does; the row says what it is of. */
    @Test
    void takesTheTextOfTheRowForItsTitleWhereTheLinkHasNone() {
        ListingContent content = read("<table><tr><td>1</td><td>清禾县司法局2022年度法治政府建设总结</td><td>2023-02-07</td>"
                + "<td><a href='1.html'>下载</a></td></tr><tr><td>2</td><td>清禾县司法局2021年度法治政府建设总结</td>"
                + "<td>2022-03-08</td><td><a href='2.html'>点击查看</a></td></tr></table>"
                + "<p>清禾县司法局法治政府建设平台<a href='3.html'>下载</a></p>");

        assertThat(content.links())
                .containsExactly(
                        link("http://www.qinghe.gov.cn/zwgk/fzzf/1.html", "清禾县司法局2022年度法治政府建设总结", "2023-02-07", 0),
                        link("http://www.qinghe.gov.cn/zwgk/fzzf/2.html", "清禾县司法局2021年度法治政府建设总结", "2022-03-08", 1));
    }

    @Test
    void tellsTheHeadOfARowFromThatOfThePage() {
        String row = "<a href='%s.html'>清禾县司法局2022年度法治政府建设总结</a>";
        ListingContent content = read("<header>" + row.formatted(1) + "</header><article><header><h2>"
                + row.formatted(2)
                + "</h2></header><time>2023-02-07</time></article><div class='list-nofooter'>" + row.formatted(3)
                + "</div><div class='footer'>" + row.formatted(4) + "</div><div class='page-footer'>" + row.formatted(5)
                + "</div>");

        assertThat(content.links())
                .extracting(link -> link.url().getPath())
                .containsExactly("/zwgk/fzzf/2.html", "/zwgk/fzzf/3.html");
        assertThat(content.links().get(0).date()).contains(LocalDate.of(2023, 2, 7));
    }

    private ListingContent read(String body) {
        return reader.read(ListingResponse.of(LIST, body), Optional.empty());
    }

    private static Link link(String url, String title, String date, int row) {
        return new Link(URI.create(url), title, Optional.of(LocalDate.parse(date)), row);
    }

    private static List<String> next(ListingContent content) {
        return content.next().stream().map(request -> request.url().toString()).toList();
    }
}
