package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are parted by years: what is shown of one year says nothing of the others. */
class YearTabsTest {

    private static final String START = "/fzzf/index.html";

    /** Above the row of one year, listed in 2024. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<select onchange='show(this.value)'><option>2024</option><option>2023</option></select>",
                "<select id='nf'><option>2024年</option><option>2023年</option><option>2022年</option></select>",
                "<select><option>全部</option><option selected>2024</option><option>2023</option></select>",
                "<select><option value=''>请选择年份</option><option selected>2024年度</option><option>2023年度</option></select>",
                "<select><option value='24'>2024</option><option value='23'>2023</option></select>",
                "<div><a onclick='year(2024)'>2024</a><a onclick='year(2023)'>2023</a></div>",
                "<div><a href='javascript:year(2024)'>2024年</a><a href='javascript:year(2023)'>2023年</a></div>",
                "<div><b>2024</b><a href='javascript:;' onclick='year(2023)'>2023</a></div>",
                "<ul><li class='on'><a href='#'>2024年</a></li><li><a href='#'>2023年</a></li></ul>",
                "<ul><li data-year='2024'>2024</li><li data-year='2023'>2023</li></ul>",
                "<ul class='year-list'><li class='cur'>2024年</li><li>2023年</li></ul>",
                "<div class='tabs'><ul><li class='cur'>2024</li><li>2023</li></ul></div>",
                "<div><span onclick='all()'>全部</span><span class='cur' onclick='y(1)'>2024</span><span onclick='y(2)'>2023</span></div>",
                "<div><a href='#y2024'>2024</a><a href='#y2023'>2023</a></div><div id='y2024'></div><div id='y2023'></div>",
                "<div class='on'><a onclick='y(1)'>2024</a><a onclick='y(2)'>2020</a></div>",
                "<ul><li data-year='2024'><span>2024</span></li><li data-year='2023'><span>2023</span></li></ul>",
                "<p>全部</p><div><a onclick='year(2024)'>2024</a><a onclick='year(2023)'>2023</a></div>",
                "<ul><li><a href='#'><span>2024年份</span></a></li><li><a href='#'><span>2023年份</span></a></li></ul>",
            })
    void isNotCompleteWhereAScriptShowsTheOtherYears(String years) {
        assertThat(walk(years + WalkedSite.years(2023))).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    /** Above rows of three years, listed from 2022 to 2024, or of what the page says it shows whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<select onchange='show(this.value)'><option>2024</option><option>2023</option><option>2022</option></select>",
                "<select><option>全部</option><option>2024</option><option>2020</option></select>",
                "<select><option>请选择年份</option><option>2020</option><option>2019</option></select>",
                "<select><option>----</option><option>2020</option><option>2019</option></select>",
                "<div><a onclick='year(2024)'>2024</a><a onclick='year(2023)'>2023</a></div>",
                // Years reported on: the report on 2021 came in 2022.
                "<div><a onclick='year(2023)'>2023</a><a onclick='year(2022)'>2022</a><a onclick='year(2021)'>2021</a></div>",
                "<select><option>2023</option><option>2022</option><option>2021</option></select>",
                "<div><a class='cur' onclick='all()'>全部</a><a onclick='year(2020)'>2020</a><a onclick='year(2019)'>2019</a></div>",
                "<div><b>2026</b><a onclick='year(2024)'>2024</a></div>",
                "<select><option>2026</option><option>2024</option></select>",
                "<select><option>2026</option></select>",
                "<div><a href='http://else.example/fzzf/2020/'>2020</a><a href='http://else.example/fzzf/2019/'>2019</a></div>",
                "<dl><dt>2020年</dt><dt>2019年</dt></dl>",
                "<table><tr><td>2020年</td><td>2019年</td></tr></table>",
                "<div><a class='cur' onclick='year(2026)'>2026</a><a onclick='year(2024)'>2024</a></div>",
                "<div><a href='/zwgk/2020.html'>2020年</a><a href='/zwgk/2019.html'>2019年</a></div>",
                "<select><option value='http://else.example/2020/'>2020</option><option value='http://else.example/2019/'>2019</option></select>",
                "<div><a href='#y1'>2020</a><a href='#y2'>2019</a></div><div id='y1'><a href='/x.html'>清禾县公告</a></div><div id='y2'><a href='/y.html'>清禾县公告</a></div>",
                "<div><a class='disabled' onclick='y(1)'>2020</a><a class='disabled' onclick='y(2)'>2019</a></div>",
                "<div><a onclick='year(2020)'>2020</a></div>",
            })
    void isCompleteWhereNoYearIsHidden(String years) {
        assertThat(walk(years + WalkedSite.years(2023, 2022, 2021))).isEqualTo(Stop.COMPLETE);
    }

    /** A plan of the year and a report on the year before stand in one year's list. */
    @Test
    void takesOnlyAReportOfTheYearBeforeForOneOfAYearReportedOn() {
        String tabs = "<div><a onclick='year(2023)'>2023</a><a onclick='year(2022)'>2022</a></div>";
        String plan = "<ul>" + WalkedSite.row("/fzzf/p.html", "2023年法治政府建设工作要点", "2023-03-01") + "</ul>";

        assertThat(walk(tabs + WalkedSite.years(2022) + plan)).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    /** A box above rows of four years parts nothing, however far back its years go; above rows of three it may. */
    @Test
    void takesABoxOfYearsAboveManyYearsForASearch() {
        String box = "<select><option>2024</option><option>2023</option><option>2010</option></select>";

        assertThat(walk(box + WalkedSite.years(2023, 2022, 2021, 2020))).isEqualTo(Stop.COMPLETE);
        assertThat(walk(box + WalkedSite.years(2023, 2022, 2021))).isEqualTo(Stop.PAGER_UNKNOWN);
    }

    /** A box with a hundred years is for any date. */
    @Test
    void leavesABoxOfAHundredYearsAlone() {
        StringBuilder box = new StringBuilder();
        for (int year = 2026; year > 1926; year--) {
            box.append("<option>").append(year).append("</option>");
        }

        assertThat(walk("<select>" + box + "</select>" + WalkedSite.years(2023)))
                .isEqualTo(Stop.COMPLETE);
    }

    /** Tabs with addresses of this list are walked: below it, beside it, by a query, by the number of a column, in a call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fzzf/index.html|/fzzf/2022/|<div><b>2023</b><a href='/fzzf/2022/'>2022</a></div>",
                "/fzzf/2023/index.html|/fzzf/2022/|<ul><li>2023年</li><li><a href='../2022/'>2022年</a></li></ul>",
                "/list.jsp?id=7|/list.jsp?id=7&year=2022|<p><b>2023</b><a href='?id=7&amp;year=2022'>2022</a></p>",
                "/col/col1188/index.html|/col/col1189/index.html|<p><b>2023</b><a href='/col/col1189/index.html'>2022</a></p>",
                "/fzzf/index.html|/fzzf/l2022.html|<p><b>2023</b><a onclick=\"location.href='/fzzf/l2022.html'\">2022</a></p>",
                "/fzzf/index.html|/fzzf/2022.html|<select onchange='go(this)'><option value='index.html'>2023</option><option value='2022.html'>2022</option></select>",
            })
    void walksThePagesOfTheYears(String form) {
        String[] parts = form.split("\\|");
        WalkedSite site = new WalkedSite(parts[0])
                .page(parts[0], parts[2] + WalkedSite.years(2023))
                .page(
                        parts[1],
                        parts[2].replace("<b>2023</b>", "<a href='" + parts[0] + "'>2023</a>")
                                + WalkedSite.years(2022));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(parts[0], parts[1]);
        assertThat(site.titles()).containsExactly("清禾县2023年法治政府建设年度报告", "清禾县2022年法治政府建设年度报告");

        site = new WalkedSite(parts[0]).page(parts[0], parts[2] + WalkedSite.years(2023));
        assertThat(site.walk()).as("a year that cannot be had").isEqualTo(Stop.MISSED);
    }

    /** The page of all years may have all rows of one; a server that knows no years answers with the same each time. */
    @Test
    void takesAYearForReadWhoseRowsWereSeenAndNotTheSameListAgain() {
        String tabs = "<p><a href='?y=2024'>2024</a><a href='?y=2023'>2023</a><a href='?y=2021'>2021</a></p>";
        WalkedSite site = new WalkedSite(START)
                .page(START, tabs + WalkedSite.years(2023, 2022, 2021))
                .page(START + "?y=2024", tabs + WalkedSite.years(2023))
                .page(START + "?y=2023", tabs + WalkedSite.years(2023))
                .page(START + "?y=2021", tabs + WalkedSite.years(2021));
        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);

        site.page(START, tabs + WalkedSite.years(2023, 2022))
                .page(START + "?y=2021", tabs + WalkedSite.years(2023, 2022));
        assertThat(site.walk()).isEqualTo(Stop.REPEATED);
    }

    @Test
    void believesAYearWithoutRowsOnlyWhereThePageSaysSo() {
        String tabs = "<p><b>2023</b><a href='/fzzf/2025/'>2025</a></p>";
        WalkedSite site = new WalkedSite(START).page(START, tabs + WalkedSite.years(2023));

        assertThat(site.page("/fzzf/2025/", tabs + "<div>暂无信息</div>").walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.page("/fzzf/2025/", tabs + "<div id='list'></div>").walk())
                .isEqualTo(Stop.STUB);
        assertThat(site.page("/fzzf/2025/", "<!--" + "x".repeat(200_001) + "-->暂无信息")
                        .walk())
                .isEqualTo(Stop.STUB);
    }

    /** What is wanted begins with 2019. */
    @Test
    void doesNotAskForYearsBeforeThoseThatAreWanted() {
        int since = LinkFilterTest.source(java.net.URI.create("http://www.qinghe.gov.cn" + START))
                .since();
        String tabs =
                "<p><b>2023</b><a href='/fzzf/a/'>" + since + "</a><a href='/fzzf/b/'>" + (since - 1) + "</a></p>";
        WalkedSite site = new WalkedSite(START)
                .page(START, tabs + WalkedSite.years(2023))
                .page("/fzzf/a/", WalkedSite.years(since));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START, "/fzzf/a/");
    }

    @Test
    void doesNotMissAYearThatHasAnAddressBesideOneThatHasNone() {
        String tabs = "<p><a onclick='y(2024)'>2024</a><a href='/fzzf/2020/'>2020</a></p>";
        WalkedSite site = new WalkedSite(START)
                .page(START, tabs + WalkedSite.years(2023))
                .page("/fzzf/2020/", WalkedSite.years(2019));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
    }

    /** The tabs of a year's page name the others again; each year has its own pages. */
    @Test
    void asksForEachYearOnceAndForItsLaterPages() {
        String tabs = "<p><a href='/fzzf/2023/'>2023</a><a href='/fzzf/2022/'>2022</a></p>";
        WalkedSite site = new WalkedSite("/fzzf/2023/")
                .page("/fzzf/2023/", tabs + WalkedSite.years(2023))
                .page("/fzzf/2022/", tabs + WalkedSite.years(2022) + "<a href='p2.html'>下一页</a>")
                .page("/fzzf/2022/p2.html", tabs + WalkedSite.years(2021));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly("/fzzf/2023/", "/fzzf/2022/", "/fzzf/2022/p2.html");
    }

    private static Stop walk(String body) {
        return new WalkedSite(START).page(START, body).walk();
    }
}
