package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fazhi.harvest.discovery.WalkedSite.rows;
import static org.fazhi.harvest.discovery.WalkedSite.years;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists whose rows or later pages are named by scripts in words that can be read without running them. */
class ScriptedListTest {

    private static final String START = "/fzzf/index.html";

    /** The second page of two; it has no script of its own where the first says that there are two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/fzzf/index.html | <script>laypage({cont:'p',pages:2,curr:1,jump:function(e,f){if(!f){location.href='index_'+e.curr+'.html'}}})</script> | /fzzf/index_2.html",
                "/fzzf/index.html | <a href='javascript:;' data-page=2>2</a><script>var pageCount=2;function go(n){location.href='index_'+n+'.html'}</script> | /fzzf/index_2.html",
                "/fzzf/index.html | <p>共2页</p><script>function go(n){if(n==1){location.href='index.html'}else{window.location.href='index_'+(n-1)+'.html'}}</script> | /fzzf/index_1.html",
                "/fzzf/index.html | <p>共2页</p><script>var ext='.shtml';function go(n){var url='list-'+n+ext;self.location=url}</script> | /fzzf/list-2.shtml",
                "/fzzf/index.html | <p>共2页</p><script>function go(page){location.assign(`/fzzf/${page}/list.html?a=1`)}</script> | /fzzf/2/list.html?a=1",
                "/fzzf/index.html | <p>共2页</p><script>var go=function(n){location.replace('/fzzf/list.jsp?id=7&pageIndex='+parseInt(n))}</script> | /fzzf/list.jsp?id=7&pageIndex=2",
                "/fzzf/index.html | <p>共2页</p><script>pager('#p',function(i){$('#l').load('/fzzf/rows?size=3&pageIndex='+(i+1))})</script> | /fzzf/rows?size=3&pageIndex=2",
                "/fzzf/index.html | <a href='javascript:toPage(2)'>下一页</a><script>function toPage(n){location.href='l.jsp?cur_page='+n}</script> | /fzzf/l.jsp?cur_page=2",
                "/fzzf/index.html | <a onclick=\"turn(this,'/fzzf/ui?a=1&amp;currentPage=2')\">下一页</a> | /fzzf/ui?a=1&currentPage=2",
                "/fzzf/index.html | <input type=button value=下一页 onclick=\"location.href='p2.html'\"> | /fzzf/p2.html",
                "/fzzf/index.html | <div class='pager'><span data-url='p2.html'>2</span></div> | /fzzf/p2.html",
                "/fzzf/l.jsp?id=7&cur_page=1 | <a href='javascript:turnTo(2)'>下一页</a> | /fzzf/l.jsp?id=7&cur_page=2",
                "/fzzf/index.html | <p>共6条</p><script>function go(n){location.href='index_'+n+'.html'}</script> | /fzzf/index_2.html",
            })
    void asksForTheSecondPage(String start, String pager, String second) {
        WalkedSite site = new WalkedSite(start).page(start, rows(0, 3) + pager).page(second, rows(3, 3));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(start, second);
        assertThat(site.taken()).hasSize(6);
    }

    /** What is no address of a page, or is not said to have a next one, is not asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>function go(n){location.href='index_'+n+'.html'}</script>",
                "<script>function go(n){location.href='l.jsp?page='+n}</script><p>共1页</p>",
                "<a class='disabled' onclick=\"location.href='p2.html'\">下一页</a>",
            })
    void asksForNothingWhereNothingFollows(String pager) {
        WalkedSite site = new WalkedSite(START).page(START, rows(0, 3) + pager);

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>function go(id){location.href='/news/show.jsp?id='+id}</script>",
                "<script>function go(id){location.href='/news/art_'+id+'.html'}</script>",
                "<script>function go(n){location.href='http://else.example/index_'+n+'.html'}</script>",
                "<script>function go(a,n){location.href='/'+a+'/index_'+n+'.html'}</script>",
                "<script>// location.href='index_'+n+'.html'</script>",
                "<script>var t = \"location.href='index_'+n+'.html'\";</script>",
                "<script>function go(n){location.href='index_'+pages[n]+'.html'}</script>",
                "<script>function go(n){location.href='index_'+name(n)+'.html'}</script>",
            })
    void leavesWhatIsNoPageUnasked(String script) {
        WalkedSite site = new WalkedSite(START).page(START, rows(0, 3) + "<p>共2页</p>" + script);

        assertThat(site.walk()).isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(site.asked()).containsExactly(START);
    }

    /** What a script only loads may be a column beside, where nothing says how many pages there are; another site's is no list's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROWS<a href='javascript:more()'>下一页</a><script>function more(){$('#l').load('/fzzf/rows?pageIndex='+(p+1))}</script>",
                "<ul></ul><script>function go(p){$.get('http://else.example/s/list?pageNumber='+p,show)} go(1);</script>",
            })
    void asksForNothingThatMayBeOfAnother(String page) {
        WalkedSite site = new WalkedSite(START).page(START, page.replace("ROWS", rows(0, 3)));

        site.walk();

        assertThat(site.asked()).containsExactly(START);
    }

    @Test
    void asksForNothingBehindTheLastPage() {
        String start = "/fzzf/l.jsp?id=7&cur_page=2";
        WalkedSite site = new WalkedSite(start).page(start, rows(0, 3) + "<p>共2页</p>");

        site.walk();

        assertThat(site.asked()).containsExactly(start);
    }

    @Test
    void asksForNothingBesideAPageWithoutANumber() {
        String start = "/fzzf/l.jsp?id=7&cur_page=x";
        WalkedSite site = new WalkedSite(start).page(start, rows(0, 3) + "<p>共2页</p>");

        site.walk();

        assertThat(site.asked()).containsExactly(start);
    }

    /** A wrong address does not end as complete. */
    @Test
    void isNotCompleteWhereTheNextPageIsNotThere() {
        String pager = "<p>共3页</p><script>function go(n){location.href='index_'+n+'.html'}</script>";
        WalkedSite site = new WalkedSite(START).page(START, rows(0, 3) + pager);
        assertThat(site.walk()).isEqualTo(Stop.MISSED);

        site.page("/fzzf/index_2.html", rows(0, 3)).page("/fzzf/index_3.html", rows(3, 3));
        assertThat(site.walk()).isEqualTo(Stop.REPEATED);
    }

    /** No number of pages is said: each page is asked whether it turns. */
    @Test
    void turnsPageByPageWhereTheirNumberIsNotSaid() {
        String script = "<script>function next(){location.href='l.jsp?page='+(cur+1)}</script>";
        String turn = "<a href='javascript:next()'>下一页</a>";
        WalkedSite site = new WalkedSite("/fzzf/l.jsp?page=1")
                .page("/fzzf/l.jsp?page=1", rows(0, 3) + turn + script)
                .page("/fzzf/l.jsp?page=2", rows(3, 3) + turn + script)
                .page("/fzzf/l.jsp?page=3", rows(6, 3));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly("/fzzf/l.jsp?page=1", "/fzzf/l.jsp?page=2", "/fzzf/l.jsp?page=3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table><tr><td onclick=\"show('7')\">清禾县2023年法治政府建设年度报告</td><td>2024-01-05</td></tr></table><script>function show(i){window.open('/r.do?iid='+i)}</script>",
                "<ul><li onclick=\"location.href='/r.do?iid=7'\"><b>清禾县2023年法治政府建设年度报告</b><i>2024-01-05</i></li></ul>",
                "<ul><li><a href=\"javascript:Show(1, 7)\">清禾县2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul><script>function Show(a,i){var url='/r.do?iid='+i;open(url)}</script>",
                "<ul><li><a onclick=\"openNew('/r.do?iid=7','_blank')\">清禾县2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul>",
                "<ul><li data-url='/r.do?iid=7'><span>清禾县2023年法治政府建设年度报告</span><span>2024-01-05</span></li></ul>",
                "<ul><li><a data-href='/r.do?iid=7'>清禾县2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul>",
                "<ul><script>document.write('<li><a href=\"/r.do?iid=7\">清禾县2023年'+'法治政府建设年度报告</a>2024-01-05</li>');</script></ul>",
                "<table><script>document.writeln('<tr><td><a href=\"/r.do?iid=7\">清禾县2023年法治政府建设年度报告</a></td>');\ndocument.writeln('<td>2024-01-05</td></tr>')</script></table>",
            })
    void takesARowThatAScriptOpensOrWrites(String row) {
        WalkedSite site = new WalkedSite(START).page(START, row);

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.titles()).containsExactly("清禾县2023年法治政府建设年度报告");
        assertThat(site.taken()).containsExactly("/r.do");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>for(i=0;i<9;i++)document.write('<li><a href=\"/1.html\">清禾县2023年法治政府建设年度报告</a>2024-01-05</li>')</script>",
                "<script>document.write('<li><a href=\"/1.html\">'+t+'</a>2024-01-05</li>')</script>",
                "<ul><li onclick=\"show(id)\">清禾县2023年法治政府建设年度报告<span>2024-01-05</span></li></ul><script>function show(i){open('/r.do?iid='+i)}</script>",
            })
    void leavesARowWhoseAddressCannotBeRead(String row) {
        WalkedSite site = new WalkedSite(START).page(START, rows(0, 3) + row);

        assertThat(site.walk()).isEqualTo(Stop.SCRIPT_ROWS);
        assertThat(site.taken()).hasSize(3);
    }

    @Test
    void leavesWhatAScriptWritesInAComment() {
        String old =
                "<script>// document.write('<li><a href=\"/1.html\">清禾县2023年法治政府建设年度报告</a>2024-01-05</li>');\n</script>";
        WalkedSite site = new WalkedSite(START).page(START, rows(0, 3) + old);

        site.walk();

        assertThat(site.listed()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAPagerThatIsCoded(boolean isPercentFirst) {
        String markup = "<span>1</span> <a href='/fzzf/p2.html'>2</a> <a href='/fzzf/p2.html'>下一页</a>";
        String inner = isPercentFirst ? java.net.URLEncoder.encode(markup, StandardCharsets.UTF_8) : markup;
        String coded = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
        WalkedSite site = new WalkedSite(START)
                .page(START, rows(0, 3) + "<div class='page'>" + coded + "</div>")
                .page("/fzzf/p2.html", rows(3, 3));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.taken()).hasSize(6);

        // As it stands in the address of a request.
        String percent =
                java.net.URLEncoder.encode(markup, StandardCharsets.UTF_8).replace("+", "%20");
        site.page(START, rows(0, 3) + "<div class='page'>" + percent + "</div>");
        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.taken()).hasSize(6);

        // Elsewhere a long word is not a pager.
        site.page(START, rows(0, 3) + "<div class='code'>" + coded + "</div>");
        site.walk();
        assertThat(site.asked()).containsExactly(START);
    }

    @Test
    void countsRowsWithADayAndNoYearForRowsOfAList() {
        String row = "<li><a href='/fzzf/r%s.html'>清禾县202%s年法治政府建设年度报告</a><i>%s</i></li>";
        String list = "<ul>" + row.formatted(1, 1, "03-20") + row.formatted(2, 2, "[3月9日]") + "</ul>";
        WalkedSite site = new WalkedSite(START).page(START, list + "<a href='/zwgk/'>政务公开栏目</a>");

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.listed()).containsExactly("/fzzf/r1.html", "/fzzf/r2.html");

        // Another number that only looks like a day makes no list of links.
        site.page(START, list.replace("[3月9日]", "第03-20号文") + "<a href='/zwgk/'>政务公开栏目</a>");
        site.walk();
        assertThat(site.listed()).containsExactly("/fzzf/r1.html", "/fzzf/r2.html");

        // What the pager says of further rows counts there too.
        site.page(START, list + "<p>共58条</p>");
        assertThat(site.walk()).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    @Test
    void asksForJsonThatFillsAPageWithoutRows() {
        String row = "{\"DOCTITLE\":\"清禾县%s年法治政府建设年度报告\",\"DOCPUBURL\":\"/fzzf/r%s.html\",\"PUBDATE\":\"%s-01-05\"}";
        String answer = "{\"page\":{\"totalPages\":2,\"content\":[%s]}}";
        WalkedSite site = new WalkedSite(START)
                .page(
                        START,
                        "<ul></ul><script>function go(p){$.get('/s/list?pageNumber='+p+'&pageSize=2',show,'json')} go(1);</script>")
                .page(
                        "/s/list?pageNumber=1&pageSize=2",
                        answer.formatted(row.formatted(2023, 2023, 2024) + "," + row.formatted(2022, 2022, 2023)))
                .page("/s/list?pageNumber=2&pageSize=2", answer.formatted(row.formatted(2021, 2021, 2022)));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked())
                .containsExactly(START, "/s/list?pageNumber=1&pageSize=2", "/s/list?pageNumber=2&pageSize=2");
        assertThat(site.taken()).containsExactly("/fzzf/r2023.html", "/fzzf/r2022.html", "/fzzf/r2021.html");

        // Beside rows such a call may be of a column beside.
        site.page(START, years(2023) + "<script>$.get('/s/list?pageNumber='+p,show)</script>");
        site.walk();
        assertThat(site.asked()).containsExactly(START);
    }

    /** By the number of rows where that of pages is not said, and by no number that the request does not have. */
    @Test
    void asksForJsonAsLongAsRowsAreLeft() {
        String answer = "{\"total\":4,\"list\":[%s],\"hot\":[{\"title\":\"清禾县要闻一则\",\"url\":\"/fzzf/x.html\"}]}";
        String row = "{\"title\":\"清禾县%1$d年法治政府建设年度报告\",\"url\":\"/fzzf/r%1$d.html\",\"date\":\"%2$d-01-05\"}";
        // The template of the rows is filled by what is asked for.
        String script = "<ul><li v-for=\"row in rows\"></li></ul>"
                + "<script>$.get('/s/list?size=2&page='+page,show,'json')</script>";
        String two = row.formatted(2023, 2024) + "," + row.formatted(2022, 2023);
        WalkedSite site = new WalkedSite(START)
                .page(START, script)
                .page("/s/list?size=2&page=1", answer.formatted(two))
                .page(
                        "/s/list?size=2&page=2",
                        answer.formatted(row.formatted(2021, 2022) + "," + row.formatted(2020, 2021)));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START, "/s/list?size=2&page=1", "/s/list?size=2&page=2");
        assertThat(site.taken()).hasSize(4);
    }

    @Test
    void asksByTheChannelThatTheHeadOfAShellNames() {
        String head = "<meta name='channelId' content='e5eb2abb5014415399847ba2bb99b310'>";
        String search =
                "/common/search/e5eb2abb5014415399847ba2bb99b310?_pageSize=15&_isAgg=true&_isJson=true&_template=index&page=1";
        WalkedSite site = new WalkedSite(START)
                .page(START, head + "<ul></ul>")
                .page(
                        search,
                        "{\"data\":{\"total\":1,\"rows\":15,\"results\":[{\"title\":\"清禾县2023年法治政府建设年度报告\",\"url\":\"/fzzf/r.html\",\"publishedTimeStr\":\"2024-01-05\"}]}}");

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START, search);
        assertThat(site.taken()).containsExactly("/fzzf/r.html");

        // A page that has its rows is asked for nothing.
        site.page(START, head + rows(0, 3));
        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta http-equiv='refresh' content='0; url=list.html'>           | /fzzf/list.html",
                "<meta http-equiv=Refresh content=\"1;URL='/zwgk/list.html'\">    | /zwgk/list.html",
                "<script>window.location.href = './list.html';</script>           | /fzzf/list.html",
                "<script>location.replace('/zwgk/list.html')</script>             | /zwgk/list.html",
            })
    void goesWhereAPageOfNothingElseLeads(String page, String list) {
        WalkedSite site = new WalkedSite(START).page(START, page).page(list, rows(0, 3));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START, list);
        assertThat(site.taken()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv='refresh' content='0; url=http://else.example/list.html'>",
                "<meta http-equiv='refresh' content='60'>",
                "<script>location.href='index.html?token=7'</script>",
                "<script>function go(){location.href='list.html'}</script>",
                "<script>if(small)location.href='m.html';else location.href='list.html'</script>",
                "<p><a href='r.html'>清禾县2023年法治政府建设年度报告</a></p><script>location.href='list.html'</script>",
            })
    void staysOnAPageThatLeadsNowhere(String page) {
        WalkedSite site = new WalkedSite(START).page(START, page).page("/fzzf/list.html", rows(0, 3));

        site.walk();

        assertThat(site.asked()).containsExactly(START);
    }
}
