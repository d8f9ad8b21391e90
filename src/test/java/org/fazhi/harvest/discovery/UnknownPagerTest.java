package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk is complete only where the last page does not say that there is more, in whatever way it says so. */
class UnknownPagerTest {

    private static final URI START = URI.create("http://www.qinghe.gov.cn/fzzf/index.html");
    private static final Source SOURCE = LinkFilterTest.source(START);

    /** Beside three dated rows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='javascript:void(0)' onclick='loadPager(2)'>2</a>",
                "<div onclick=\"loadPager('2')\">再来一批</div>",
                "<div class='more'>点击加载更多</div>",
                "<button>加载更多</button>",
                "<a href='javascript:;'>查看更多</a>",
                "<a href='?p=2'>查看更多</a>",
                "<p>共<b>58</b>条</p>",
                "<p>总记录数：58</p>",
                "<span>58条记录</span>",
                "<p>共 5 页</p>",
                "<p>1/5页</p>",
                "<p>第1页 共5页</p>",
                "<p>页次：1/5</p>",
                "<p>共3条记录</p><p>共58条</p>",
                "<a href='javascript:toPage(2)'>下一页</a>",
                "<a href='javascript:;' onclick='nextPage()'>下一页 &gt;</a>",
                "<a href='#'>下一页</a>",
                "<a href='#' onclick='end()'>末页</a>",
                "<a href='javascript:;'>尾页</a>",
                "<button>下一页</button>",
                "<input type='button' value='下一页' onclick='f()'>",
                "<ul><li onclick='f(this)'><a><span>下一页</span></a></li></ul>",
                "<a href='javascript:;' data-page='2'>2</a>",
                "<a class='cur' href='#'>1</a><a href='#'>2</a><a href='#'>3</a>",
                "<span>1</span><a href='javascript:void(0)' onclick='g(2)'>下页</a>",
                "<a href='http://else.example/index_1.html'>下一页</a>",
                "<div data-total='58'></div>",
                "<input type='hidden' totalpage=5>",
                "<script>var pageCount = 5;</script>",
                "<script>opts = {totalPage: '5', current: 1};</script>",
                "<script>var totalRecords=58;</script>",
                "<script>laypage.render({elem:'p', count:58, limit:3});</script>",
                "<script>createPageHTML(5, 0, name, ending);</script>",
                "<div id='pages' class='page'>JTNDYiUyMGhyZWYlM0QlMjIlMkZodG1sJTJGZnp6ZiUyRjIuaHRtbCUyMiUzRTIlM0MlMkZhJTNF</div>",
                "<div class='pagination'></div>",
                "<p>共 1,058 条</p>",
                "<p>共1，058条</p>",
                "<div><span>1/5</span></div>",
                "<div class='page'>1 / 5 <a href='javascript:;' onclick='f()'><i class='r'></i></a></div>",
                "<p>Page 1 of 5</p>",
                "<p>当前显示 1-13 条，共 58</p>",
                "<p>Showing 1 to 13 of 58 entries</p>",
                "<a aria-label='下一页' href='javascript:f()'></a>",
                "<a title='下一页' href='#' onclick='f()'>&gt;</a>",
                "<a href='javascript:f()'><img src='r.png' alt='下一页'></a>",
                "<a href='http://else.example/2.html'><img src='r.png' alt='下一页'></a>",
                "<select onchange='go(this.value)'><option>1</option><option>2</option><option>3</option></select>",
                "<div class='page'><select><option>第1页</option><option>第2页</option></select></div>",
                "<a href='javascript:f()'>更多</a>",
                "<span onclick='f()'>更多&gt;&gt;</span>",
                "<a href='all.html'>更多</a>",
                "<a href='/fzzf/all/index.html'>更多</a>",
                "<a onclick=\"location.href='/fzzf/all.html'\">更多</a>",
                "<a href='/fzzf/all.html'>查看更多</a>",
                "<a href='javascript:f()'>展开全部</a>",
                "<div>查看全部</div>",
                "<ul class='pagination'><li class='active'>1</li><li>2</li><li>3</li></ul>",
                "<div><span>1</span><span>2</span><span>…</span><span>12</span></div>",
                "<div class='load-more'></div>",
                "<ul class='js-infinite-scroll'></ul>",
                "<div data-next='/fzzf/list?page=2'></div>",
                "<div data-next-page='2'></div>",
                "<script>$('#p').pagination({items:58});</script>",
                "<script>new Paging({pagesize: 20, sum: 58});</script>",
                "<script>$('#p').pagination({items: all});</script>",
                "<el-pagination :total='count'></el-pagination>",
                "<ul><li onclick='y(2022)'>2022年</li><li onclick='y(2021)'>2021年</li></ul>",
                "<a href='javascript:np()'>&gt;</a>",
                "<div class='page'><a href='javascript:;'>&gt;&gt;</a></div>",
                "<a href='javascript:np()' class='next'></a>",
                "<a href='http://else.example/2.html'>▶</a>",
                "<a href='javascript:p(2)'>第二页</a>",
                "<a href='javascript:f()'>下 一 页</a>",
                "<a href='javascript:f()'>【尾&nbsp;页】</a>",
                "<a href='javascript:f()'>后15条</a>",
                "<a href='javascript:f()'>查看全部12条以上&gt;&gt;</a>",
                "<a href='javascript:f()'>更多年度报告</a>",
                "<a href='old/index.html'>往年报告</a>",
                "<a href='old/index.html'>历史数据</a>",
                "<a href='old/index.html'>归档</a>",
                "<a href='old/index.html'>2023年及以前</a>",
                "<a href='javascript:old()'>往年报告</a>",
                "<script>window.addEventListener('scroll',function(){if(b())fetch('/api?p='+(++p)).then(add)})</script>",
                "<script>new IntersectionObserver(function(){ajaxList(++cur)}).observe(x)</script>",
                "<div class='focus'><p>2024-01-05</p><a href='javascript:f()'>下一页</a></div>",
            })
    void isNotCompleteWhereMoreIsToldOf(String pager) {
        assertThat(stop(rows(0, 3) + pager)).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>共3条</p><a href='javascript:;' onclick='nextPage()'>下一页</a>",
                "<p>共2条信息</p>",
                "<p>第1页 共1页</p><a href='#'>下一页</a><a href='#'>尾页</a>",
                "<p>1/1页</p><div class='more'>加载更多</div>",
                "<span>上一页</span><span>下一页</span><span>尾页</span>",
                "<a>下一页</a>",
                "<a href='/fzzf/index.html'>下一页</a><a href=''>尾页</a>",
                "<a class='disabled' href='javascript:next()'>下一页</a>",
                "<ul><li class='page-item disabled'><a href='#' onclick='next()'>下一页</a></li></ul>",
                "<button disabled>下一页</button>",
                "<a href='javascript:toPage(1)'>末页</a>",
                "<a href='javascript:toPage(1)'>1</a>",
                "<a href='#' class='cur'>1</a><a href='#'>下一页</a>",
                "<a href='/zwgk/index.html'>查看更多</a>",
                "<a href='/zwgk/index.html'>更多</a>",
                "<p>共3条 总页数：1</p>",
                "<script>var pageCount = 1, totalCount=3; var total = 0;</script><div class='pages'></div>",
                "<script>function createPageHTML(count, n) {}</script>",
                "<div class='page'><a href='/'>首页</a></div>",
                "<script>\"/common/x\"</script><span onclick='print()'>打印</span>",
                "<p>本页共1,058次浏览</p><p>共1058次</p>",
                "<div class='side'><ul><li><a href='/x.html'>清禾县人民政府公告</a><span>1/5</span></li></ul></div>",
                "<p><a href='/x.html'>清禾县人民政府公告</a> <span>1/5</span></p>",
                "<div class='focus'><span>1/5</span><ul><li>1</li><li>2</li></ul></div>",
                "<p>2/1</p><span>1/1</span>",
                "<div class='side'><h3>通知公告<a href='/tzgg/index.html'>更多</a></h3><ul><li><a href='/x.html'>清禾县人民政府公告</a></li></ul></div>",
                "<div class='side'><h3>通知公告<a onclick=\"location.href='/tzgg/'\">更多</a></h3></div>",
                "<a href='/fzzf/index.html'>更多</a>",
                "<select><option>1</option><option>2</option></select>",
                "<select onchange='size(this)'><option>10</option><option>20</option></select>",
                "<select onchange='m(this)'><option>24</option><option>23</option></select>",
                "<table><tr><td>1</td><td>2</td><td>3</td></tr></table>",
                "<div><b>1</b><a href='/x.html'>清禾县人民政府公告</a><b>2</b></div>",
                "<div class='load-more'>没有更多了</div>",
                "<div class='load-more disabled'>x</div>",
                "<div data-next='' data-next-page='0'></div>",
                "<script>function Paging(options) {} $('#p').pagination({items: 3});</script>",
                "<ul><li onclick='y(0)'>全部</li><li onclick='y(2022)'>2022年</li><li onclick='y(2021)'>2021年</li></ul>",
                "<h3>2022年</h3><h3>2021年</h3>",
                "<a href='/zwgk/2022.html'>2022年</a><a href='/zwgk/2021.html'>2021年</a>",
                "<a href='javascript:y(2024)'>2024年</a>",
                "<div class='path'><a href='/'>首页</a> &gt; 法治政府建设</div>",
                "<div class='swiper-box swiper'><a href='javascript:f()'>&gt;</a><a class='next' href='x.html'></a></div>",
                "<div class='zx'><h3>相关专题</h3><a href='javascript:f()'>&gt;</a></div>",
                "<a href='n.html'>下一篇</a>",
                "<a href='javascript:f()'>&lt;</a>",
                "<ul><li><a href='/x.html'>清禾县人民政府公告栏目</a><a href='/y.html'>&gt;</a></li></ul>",
                "<div class='page'><a class='next disabled' href='javascript:f()'>&gt;</a></div>",
                "<div class='page'><a class='next'>&gt;</a></div>",
                "<div class='page'><a href='p0.html' class='prev'><i></i></a></div>",
                "<a href='/lssj/index.html'>历史数据</a>",
                "<a href='index.html'>第1页</a>",
                "<script>window.addEventListener('scroll',function(){top.show()})</script>",
                "<script>$.getJSON('h.json',function(d){$('#hits').append('<b>'+d.n)})</script>",
                "<div class='focus'><a href='javascript:f()' class='next'>下一页</a></div>",
                "<iframe src='/zt/sidebar.html'></iframe>",
                "<div class='share' data-url='x.html'>分享</div>",
            })
    void isCompleteWhereNothingFollows(String pager) {
        assertThat(stop(rows(0, 3) + pager)).isEqualTo(Stop.COMPLETE);
    }

    /** What counts something else, or less than was read, says nothing of a label that turns. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>var slide={total: 3};</script>",
                "<script>var slide={total: 2}, pageCount = 1;</script>",
                "<div class='vote' data-total='3'></div>",
                "<div>共 3 条 评论</div>",
                "<div><span>共3条</span>评论</div>",
                "<div>共有 3 条信息 被收藏</div>",
                "<div>共 2 条</div>",
                "<div class='page'>共 2 条</div>",
            })
    void takesNoOtherCountForThatOfThePager(String count) {
        assertThat(stop(rows(0, 3) + count + "<a href='javascript:nx()'>下一页</a>"))
                .isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(stop(rows(0, 3) + count + "<p>共5页</p>")).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    @Test
    void takesACountAboveTheRowsForThePagersOnlyInItsBox() {
        String next = "<a href='javascript:nx()'>下一页</a>";

        assertThat(stop("<p>共3条</p>" + rows(0, 3) + next)).isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(stop("<div class='page'>清禾 共3条</div>" + rows(0, 3) + next)).isEqualTo(Stop.COMPLETE);
        assertThat(stop(rows(0, 3)
                        + "<div>共1页 <a href='javascript:void(0)'>首页</a> <a href='javascript:void(0)'>上一页</a>"
                        + " <a href='javascript:void(0)'>下一页</a> <a href='javascript:void(0)'>尾页</a></div>"))
                .isEqualTo(Stop.COMPLETE);
    }

    @Test
    void countsRowsAndPagesOverTheWholeSeries() {
        String pager = "<p>共%s条 共%s页</p>";
        Map<String, String> site = Map.of(
                "/fzzf/index.html", rows(0, 3) + pager + "<a href='p2.html'>下一页</a>",
                "/fzzf/p2.html", rows(3, 2) + pager + "<a href='#'>下一页</a>");

        assertThat(stop(site, pager.formatted(5, 2))).isEqualTo(Stop.COMPLETE);
        assertThat(stop(site, pager.formatted(6, 2))).isEqualTo(Stop.PAGER_UNKNOWN);
        // Rows that are all there count for more than a number of pages, of which sites keep several.
        assertThat(stop(site, pager.formatted(5, 3))).isEqualTo(Stop.COMPLETE);
        assertThat(stop(site, "<p>共2页</p>")).isEqualTo(Stop.COMPLETE);
        assertThat(stop(site, "<p>共3页</p>")).isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(stop(site, "<a href='p2.html'>2</a><a href='javascript:to(3)'>3</a>"))
                .isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(stop(site, "<a href='index.html'>1</a><a href='p2.html'>2</a>"))
                .isEqualTo(Stop.COMPLETE);
    }

    /** Labels that are no text, numbers in a box to choose from, tabs of years: where there is an address, it is asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a aria-label='下一页' href='p2.html'></a>",
                "<a title='下一页' href='p2.html'>&gt;</a>",
                "<a href='p2.html'><img src='r.png' alt='下一页'></a>",
                "<a rel='next' href='p2.html'>»</a>",
                "<a href='p2.html'>&gt;</a>",
                "<a href='p2.html'>&raquo;</a>",
                "<a href='p2.html'><b>&gt;&gt;</b></a>",
                "<a href='p2.html'>▶</a>",
                "<a href='p2.html'>第2页</a>",
                "<a href='p2.html'>2页</a>",
                "<a href='p2.html'>【下一页】</a>",
                "<a href='p2.html'>下一页(2)</a>",
                "<a href='p2.html'>点击进入下一页</a>",
                "<a href='p2.html'>下 一 页</a>",
                "<a href='p2.html'>下&nbsp;&nbsp;页</a>",
                "<a href='p2.html'>后15条</a>",
                "<a href='p2.html'>下一屏</a>",
                "<a href='p2.html'>Older posts</a>",
                "<a href='p2.html' class='next'><i class='fa fa-angle'></i></a>",
                "<div class='pager'><a href='p2.html'><svg></svg></a></div>",
                "<a href='p2.html'><img src='/images/next.gif'></a>",
                "<link rel='next' href='p2.html'>",
                "<div><h3>法治政府建设</h3><p>2024-01-05 2024-01-05 2024-01-05 2024-01-05</p><a href='p2.html'>&gt;</a></div>",
                "<select onchange='go(this)'><option value='index.html'>1</option><option value='p2.html'>2</option></select>",
                "<a href='index.html'>2024年</a><a href='p2.html'>2022年</a>",
                "<iframe src='p2.html'></iframe>",
            })
    void walksOnWhereThereIsAnAddress(String pager) {
        Map<String, String> site =
                Map.of("/fzzf/index.html", rows(0, 3) + "<p>共%s条 共%s页</p>", "/fzzf/p2.html", rows(3, 2));

        assertThat(read(site, pager)).isEqualTo(new Read(Stop.COMPLETE, 5));
    }

    /** Two lists on one page, each with its own next page. */
    @Test
    void followsTheNextPageOfEachList() {
        Map<String, String> site = Map.of(
                "/fzzf/index.html",
                rows(0, 3) + "<a href='a2.html'>下一页</a>" + rows(3, 3) + "<a href='b2.html'>下一页</a>",
                "/fzzf/a2.html",
                rows(6, 2) + "<a href='a3.html'>下一页</a>",
                "/fzzf/a3.html",
                rows(8, 1),
                "/fzzf/b2.html",
                rows(9, 2));

        assertThat(read(site, "")).isEqualTo(new Read(Stop.COMPLETE, 11));
    }

    @Test
    void followsAFrameBesideRowsUnlessItHoldsNoList() {
        String bare = "<iframe src='bare.html'></iframe>";
        String more = rows(3, 2) + "<p>共9条</p>";

        assertThat(read(Map.of("/fzzf/index.html", rows(0, 3) + bare, "/fzzf/bare.html", "<a href='/'>网站首页链接</a>"), ""))
                .isEqualTo(new Read(Stop.COMPLETE, 3));
        assertThat(read(Map.of("/fzzf/index.html", rows(0, 3) + bare, "/fzzf/bare.html", more), ""))
                .isEqualTo(new Read(Stop.PAGER_UNKNOWN, 5));
        assertThat(read(Map.of("/fzzf/index.html", rows(0, 3) + bare), "")).isEqualTo(new Read(Stop.MISSED, 3));
        assertThat(read(Map.of("/fzzf/index.html", rows(0, 3) + bare + "<p>共9条</p>", "/fzzf/bare.html", "x"), ""))
                .as("what the page says of its own rows")
                .isEqualTo(new Read(Stop.PAGER_UNKNOWN, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='/include/header.html'></iframe>",
                "<iframe src='x.html' name='search'></iframe>",
                "<iframe src='x.html' height='0'></iframe>",
                "<iframe src='x.html' style='display: none'></iframe>",
                "<iframe src='http://else.example/list.html'></iframe>",
            })
    void leavesFramesAloneThatHoldNoListOfItsOwn(String frame) {
        assertThat(read(Map.of("/fzzf/index.html", rows(0, 3) + frame), "")).isEqualTo(new Read(Stop.COMPLETE, 3));
    }

    /** In the head of the very block of the rows it is theirs, wherever it leads. */
    @Test
    void takesMoreInTheHeadOfTheBlockForThatOfItsRows() {
        String head = "<h3>法治政府建设<a href='/col/7/index.html'>更多</a></h3>";

        assertThat(stop("<div>" + head + rows(0, 3) + "</div>")).isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(stop("<div>" + head + "</div>" + rows(0, 3))).isEqualTo(Stop.COMPLETE);
    }

    /** A row without a date counts only where no page is lacking; else it may be a link beside the list. */
    @Test
    void doesNotTakeALinkBesideTheListForARow() {
        String beside = "<div><a href='/beside.html'>清禾县人民政府门户网站无障碍说明</a></div>";

        assertThat(stop(rows(0, 3) + beside + "<p>共4条</p>")).isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(stop(rows(0, 3) + beside + "<p>共4条 共1页</p>")).isEqualTo(Stop.COMPLETE);
    }

    /** The title of a row may count what it likes. */
    @Test
    void readsNoNumberFromTheTitleOfARow() {
        assertThat(stop(rows(0, 3)
                        + "<ul><li><a href='x.html'>关于清理规范性文件共58条的通知及其说明</a><span>2024-02-05</span></li></ul>"))
                .isEqualTo(Stop.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li onclick=\"openDetail('7')\">清禾县2022年法治政府建设年度报告<span>2023-01-05</span></li></ul>",
                "<ul><li><a href=\"javascript:show(7)\">清禾县2022年法治政府建设年度报告</a><span>2023-01-05</span></li></ul>",
                "<script type='text/x-handlebars-template'><ul>{{#each data}}<li>{{title}}</li>{{/each}}</ul></script>",
                "<script>$.getJSON('l.json',function(d){$('#m').append('<li><a href='+d.u+'>'+d.t)})</script>",
                "<script>a.forEach(function(r){var li=document.createElement('li');li.innerHTML=r.title})</script>",
                "<ul><li v-for=\"row in rows\"><a :href=\"row.url\"></a></li></ul>",
                "<script>document.write('<li><a href=\"/1.html\">'+title+'</a>2023-01-05</li>');</script>",
            })
    void isNotCompleteWhereOnlyAScriptOpensOrFillsRows(String rows) {
        assertThat(stop(rows(0, 3) + rows)).isEqualTo(Stop.SCRIPT_ROWS);
    }

    /** What a family's own scripts make of a template is known to its dialect. */
    @Test
    void leavesTemplatesOfAKnownFamilyToItsDialect() {
        String call = "<script>createPageHTML(1, 0, 'index', 'html');</script><div class='page'></div>";

        assertThat(stop(rows(0, 3) + call + "<i v-for=\"a in b\"></i>")).isEqualTo(Stop.COMPLETE);
    }

    @Test
    void holdsTheNumbersOfAnAnswerAgainstItsRows() {
        String shell = "<script>var api='/common/search/abc?_pageSize=15';</script>";
        String answer = """
                {"data":{"total":%d,"page":1,"rows":15,"results":[{"title":"清禾县2022年法治政府建设年度报告","url":"/1.html",
                "publishedTimeStr":"2023-01-05"}]}}
                """;

        assertThat(stop(Map.of("/fzzf/index.html", shell, "/common/search/abc", answer.formatted(1)), ""))
                .isEqualTo(Stop.COMPLETE);
        assertThat(stop(Map.of("/fzzf/index.html", shell, "/common/search/abc", answer.formatted(9)), ""))
                .isEqualTo(Stop.PAGER_UNKNOWN);
    }

    /** Whatever a site sends costs what it is long. */
    @Test
    void readsAPageOfNothingButPagersInTime() {
        String boxes = "<div class='page'>".repeat(3_000);
        String buttons = "<div>" + "<b onclick='x()'>下一页 2024-01-05 清禾县</b>".repeat(20_000) + "</div>";

        assertThat(stop(rows(0, 3) + boxes)).isNotNull();
        assertThat(stop(rows(0, 3) + buttons)).isEqualTo(Stop.SCRIPT_ROWS);
    }

    private static Stop stop(String body) {
        return stop(Map.of("/fzzf/index.html", body), "");
    }

    private static Stop stop(Map<String, String> site, String pager) {
        return read(site, pager).stop();
    }

    private record Read(Stop stop, int rows) {}

    private static Read read(Map<String, String> site, String pager) {
        int rows = 0;
        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            URI url = next.get().url();
            Optional<String> body = Optional.ofNullable(site.get(url.getPath()));
            if (body.isEmpty()) {
                walk.miss();
            } else {
                String whole = body.get().replace("<p>共%s条 共%s页</p>", pager);
                rows += (int) walk.accept(new ListingResponse(next.get(), url, whole)).stream()
                        .filter(row -> row.link().date().isPresent())
                        .count();
            }
        }
        return new Read(walk.stop().orElseThrow(), rows);
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i ->
                        "<li><a href='d" + i + ".html'>清禾县第" + i + "号2023年法治政府建设年度报告</a><span>2024-01-05</span></li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }
}
