package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that a page has beside its list: what the whole site counts, and the days of a calendar. */
class BesideTheListTest {

    private static final String START = "/fzzf/index.html";
    private static final String DAYS = IntStream.rangeClosed(1, 31)
            .mapToObj(day -> "<td><a href='?day=" + day + "'>" + day + "</a></td>" + (day % 7 == 0 ? "</tr><tr>" : ""))
            .collect(Collectors.joining("", "<tr>", "</tr>"));
    private static final String WEEK =
            "<tr><th>日</th><th>一</th><th>二</th><th>三</th><th>四</th><th>五</th><th>六</th></tr>";
    private static final String MONTH = "<p><a href='?m=4'>&lt;</a> 2024年5月 <a href='?m=6'>&gt;</a></p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>本站共有3562条信息</p>",
                "<p>全站共 3,562 条</p>",
                "<p>网站信息总数：3562</p>",
                "<div>今日更新12条信息 您是第35620位访客</div>",
                "<div>今日发布 12 条，本月更新 120 条信息</div>",
                "<div>访问总数：35620</div>",
                "<div>浏览总计：35620次</div>",
                "<div class='footer'>主办：清禾县人民政府 信息总数：3562</div>",
                "<div id='foot'><p>版权所有 清禾县</p><p>共3562条记录</p></div>",
                "<footer><p>共收录 3562 条信息</p><p>冀ICP备00000000号</p></footer>",
                "<div class='page'>本站共有3562条信息 <a href='/'>首页</a></div>",
            })
    void takesNoNumberOfTheSiteForThatOfTheList(String count) {
        assertThat(walk(WalkedSite.rows(0, 3) + count)).isEqualTo(Stop.COMPLETE);
    }

    /** Such pages answer 200 and bear the site's latest news, whose dates say nothing of the list that was asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='error'><h2>抱歉，您访问的页面不存在或已删除</h2><p>5秒后返回首页</p></div>",
                "<p>对不起，您要查看的栏目已被删除！</p>",
                "<p>该栏目不存在</p>",
                "<h1>网站升级维护中</h1><p>给您带来不便，敬请谅解。</p>",
                "<p>本站正在改版，请稍后访问</p>",
                "<p>您的访问过于频繁，请稍后再试</p>",
            })
    void takesNoPageForAListThatSaysItIsNone(String words) {
        assertThat(walk(words + "<h3>最新文章</h3>" + WalkedSite.rows(0, 3))).isEqualTo(Stop.NO_LIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>本栏目公开法治政府建设年度报告</p>",
                "<p>网站维护：清禾县政务服务中心</p>",
                "<p>技术支持：清禾县大数据中心 网站运行维护电话：0000000</p>",
                "<ul><li><a href='/x/1.html'>关于政务服务系统正在升级维护中的公告</a><span>2024-03-05</span></li></ul>",
            })
    void takesAListThatOnlySpeaksOfSites(String words) {
        assertThat(walk(WalkedSite.rows(0, 3) + words)).isEqualTo(Stop.COMPLETE);
    }

    /** Beside the words of a site there may be a list's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>本栏目共有3562条信息</p>",
                "<p>网站地图 共58条</p>",
                "<p>今日更新1条 共58条</p>",
                "<p>更新12条信息</p>",
                "<p>信息总数：58</p>",
                "<div class='footer'>共58条</div>",
                "<div class='footer'>主办：清禾县人民政府 <div class='page'>共58条</div></div>",
                "<div class='footer'>主办：清禾县人民政府 共58条 <a href='javascript:f()'>下一页</a></div>",
                "<div class='foot-list'>版权所有 共58条</div>",
                "<div class='bottom'>版权所有 2024-01-05 共58条</div>",
                "<p>累计发布58条信息</p>",
            })
    void takesTheNumberOfTheListForItsOwn(String count) {
        assertThat(walk(WalkedSite.rows(0, 3) + count)).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    /** However it is told: in the box or the line of a pager, in the variables of a script, in full-width digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='page'>共120条</div>",
                "<div>共8页 <a href='javascript:void(0)'>首页</a></div>",
                "<div>共１２０条</div>",
                "<div>第１页/共８页</div>",
                "<p>共找到120条相关信息</p>",
                "<p>共检索到 120 篇文件</p>",
                "<script>var total = 120;</script>",
                "<script>var m_nRecordCount = '120', m_nPageSize = 20;</script>",
                "<script>var nPageCount=8;</script>",
                "<script>page({dataCount: 120})</script>",
                "<script>var infoNum = 120</script>",
                "<script>allPages = 8</script>",
            })
    void isNotCompleteBelowATotal(String total) {
        assertThat(walk(WalkedSite.rows(0, 3) + total)).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='page'>共3条</div>",
                "<div>共１页</div>",
                "<p>共找到3条相关信息</p>",
                "<script>var m_nRecordCount = 3, m_nPageSize = 20;</script>",
                "<script>var nPageCount=1, nCurrPage = 1;</script>",
                "<script>var infoId = 120, pageNo = 8, dataNumber = 120;</script>",
            })
    void isCompleteAtItsTotal(String total) {
        assertThat(walk(WalkedSite.rows(0, 3) + total)).isEqualTo(Stop.COMPLETE);
    }

    @Test
    void takesACalendarForNoPager() {
        String table = "<table>" + WEEK + DAYS + "</table>";
        String[] calendars = {
            table,
            "<div class='rili'><div>" + MONTH + "</div><table>" + DAYS + "</table></div>",
            "<div><a href='javascript:m(-1)'>上一月</a><a href='javascript:m(1)'>下一月</a><table>" + DAYS + "</table></div>",
            "<ul>" + DAYS.replace("td", "li").replaceAll("</?tr>", "") + "<li>周一</li><li>周六</li></ul>",
            "<table>" + WEEK + DAYS.replaceAll("href='[^']*'", "href='javascript:;' onclick='day(this)'") + "</table>",
        };
        for (String calendar : calendars) {
            WalkedSite site = new WalkedSite(START).page(START, WalkedSite.rows(0, 3) + calendar);

            assertThat(site.walk()).as(calendar).isEqualTo(Stop.COMPLETE);
            assertThat(site.asked()).containsExactly(START);
        }
    }

    /** As many numbers without a week or a month; with one day less; around rows; a pager below a calendar. */
    @Test
    void takesAPagerForNoCalendar() {
        String clicks = DAYS.replaceAll("href='[^']*'", "href='javascript:;' onclick='page(this)'");
        String table = "<table>" + WEEK + DAYS + "</table>";
        String[] pagers = {
            "<table>" + clicks + "</table>",
            "<table>" + WEEK + clicks.replace(">17<", ">x<") + "</table>",
            "<table>" + WEEK + clicks + "<tr><td>2024-01-05</td></tr></table>",
            "<div>" + table + "<a href='javascript:p(2)'>2</a></div>",
            "<div>" + table + "<a href='javascript:n()'>下一页</a></div>",
            "<div>" + table + "<p>共58条</p></div>",
            "<table>" + WEEK + clicks + "<tr><td></td></tr>".repeat(600) + "</table>",
        };
        for (String pager : pagers) {
            assertThat(walk(WalkedSite.rows(0, 3) + pager)).as(pager).isEqualTo(Stop.PAGER_UNKNOWN);
        }
    }

    private static Stop walk(String body) {
        return new WalkedSite(START).page(START, body).walk();
    }
}
