package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A later page whose address answers with something else is not the end of the list, and its rows are not of the list. */
class StrayedWalkTest {

    private static final String START = "/fzzf/index.html";
    private static final String NEXT = "<a href='/fzzf/p2.html'>下一页</a>";

    private static String list(String head, String rows) {
        return "<html><head>" + head + "</head><body>" + rows + "</body></html>";
    }

    private static String old(int from, int count) {
        return WalkedSite.rows(from, count).replace("2024-01-05", "2022-03-01");
    }

    /** Another column of the folder, the front page, the first page: by another address. */
    @ParameterizedTest
    @CsvSource({"/fzzf/tzgg.html", "/index.html", "/", "/fzzf/p3.html"})
    void strayedWhereTheAddressLedElsewhere(String place) {
        WalkedSite site = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + NEXT)
                .moved("/fzzf/p2.html", place)
                .page(place, old(3, 3));

        assertThat(site.walk()).isEqualTo(Stop.STRAYED);
        assertThat(site.titles()).hasSize(3);
    }

    @Test
    void goesOnWhereTheAddressIsTheSamePage() {
        WalkedSite site = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + NEXT)
                .moved("/fzzf/p2.html", "/fzzf/p2.htm?from=list")
                .page("/fzzf/p2.htm?from=list", old(3, 3));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.titles()).hasSize(6);
    }

    /** The same address, another page: by the column of the head, the line of the path, the title. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>清禾县</title><meta name='ColumnName' content='法治政府'> | <title>清禾县</title><meta name='columnname' content='通知公告'>",
                "<title>法治政府_清禾县</title> | <title>清禾县人民政府</title>",
                "<title>法治政府 - 清禾县</title> | <title>通知公告 - 清禾县</title>",
            })
    void strayedWhereThePageCallsItsListSomethingElse(String first, String second) {
        WalkedSite site = new WalkedSite(START)
                .page(START, list(first, WalkedSite.rows(0, 3) + NEXT))
                .page("/fzzf/p2.html", list(second, old(3, 3)));

        assertThat(site.walk()).isEqualTo(Stop.STRAYED);
        assertThat(site.titles()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/fzzf/'>法治政府</a></div> | <div>当前位置：<a href='/'>首页</a> &gt; <a href='/tzgg/'>通知公告</a></div>",
                "<p><span>您所在的位置：</span><a href='/'>首页</a> / 法治政府</p> | <p><span>您所在的位置：</span><a href='/'>首页</a></p>",
            })
    void strayedWhereThePathOfThePageIsAnother(String first, String second) {
        String title = "<title>清禾县人民政府门户网站</title>";
        WalkedSite site = new WalkedSite(START)
                .page(START, list(title, first + WalkedSite.rows(0, 3) + NEXT))
                .page("/fzzf/p2.html", list(title, second + old(3, 3)));

        assertThat(site.walk()).isEqualTo(Stop.STRAYED);

        site.page("/fzzf/p2.html", list(title, first + old(3, 3)));
        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
    }

    /** Numbers of pages, no title at all, another title beside the same column. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>法治政府_清禾县</title> | <title>法治政府-第2页-清禾县</title>",
                "<title>法治政府（1）</title> | <title>法治政府（2）</title>",
                "<title>法治政府</title> | ''",
                "'' | <title>通知公告</title>",
                "<title>法治政府</title><meta name='ColumnName' content='法治政府'> | <title>清禾县</title><meta name='ColumnName' content='法治政府'>",
            })
    void goesOnWhereThePageCallsItsListTheSame(String first, String second) {
        WalkedSite site = new WalkedSite(START)
                .page(START, list(first, WalkedSite.rows(0, 3) + NEXT))
                .page("/fzzf/p2.html", list(second, old(3, 3)));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
    }

    /** Newest first on three days, and then newer ones: another list. In a list without order they are its own. */
    @Test
    void strayedWhereRowsOfALaterPageAreNewerThanAllBefore() {
        String days = dated(0, "2024-05-01", "2024-04-01", "2024-03-01", "2024-03-01", "2024-02-01");
        WalkedSite site = new WalkedSite(START).page(START, days + NEXT);

        assertThat(site.page("/fzzf/p2.html", dated(9, "2024-05-02", "2019-01-01"))
                        .walk())
                .isEqualTo(Stop.STRAYED);
        assertThat(site.titles()).hasSize(5);
        assertThat(site.page("/fzzf/p2.html", dated(9, "2024-05-01", "2019-01-01"))
                        .walk())
                .isEqualTo(Stop.COMPLETE);

        site.page("/fzzf/p2.html", dated(9, "2024-05-02", "2019-01-01"));
        String unordered = dated(0, "2024-02-01", "2024-05-01", "2024-03-01", "2024-04-01", "2024-01-01");
        assertThat(site.page(START, unordered + NEXT).walk()).isEqualTo(Stop.COMPLETE);
        String few = dated(0, "2024-05-01", "2024-04-01", "2024-03-01", "2024-02-01");
        assertThat(site.page(START, few + NEXT).walk()).isEqualTo(Stop.COMPLETE);
        String twoDays = dated(0, "2024-05-01", "2024-05-01", "2024-04-01", "2024-04-01", "2024-04-01");
        assertThat(site.page(START, twoDays + NEXT).walk()).isEqualTo(Stop.COMPLETE);
        String pinned = dated(0, "2019-05-01", "2024-05-01", "2024-04-01", "2024-03-01", "2024-02-01");
        assertThat(site.page(START, pinned + NEXT).walk()).isEqualTo(Stop.STRAYED);
    }

    /** The same rows: with new links beside them, or under other addresses. */
    @Test
    void isRepeatedWhereTheRowsOfAPageBeforeComeAgain() {
        WalkedSite site = new WalkedSite(START).page(START, WalkedSite.rows(0, 3) + NEXT);

        assertThat(site.page("/fzzf/p2.html", WalkedSite.rows(0, 3) + "<a href='/x.html'>清禾县人民政府门户网站公告栏目</a>")
                        .walk())
                .isEqualTo(Stop.REPEATED);
        assertThat(site.page("/fzzf/p2.html", WalkedSite.rows(0, 2) + "<a href='/x.html'>清禾县人民政府门户网站公告栏目</a>")
                        .walk())
                .isEqualTo(Stop.REPEATED);
        assertThat(site.page("/fzzf/p2.html", WalkedSite.rows(0, 3).replace(".html", ".html?p=2"))
                        .walk())
                .isEqualTo(Stop.REPEATED);
        assertThat(site.page("/fzzf/p2.html", WalkedSite.rows(0, 3) + WalkedSite.rows(3, 1))
                        .walk())
                .isEqualTo(Stop.COMPLETE);
        assertThat(site.page("/fzzf/p2.html", WalkedSite.rows(0, 2).replace(".html", ".html?p=2"))
                        .walk())
                .as("some of them")
                .isEqualTo(Stop.COMPLETE);
    }

    /** A frame beside the rows may lead where it likes as long as it holds no list. */
    @Test
    void leavesAFrameAloneThatLedToNoList() {
        WalkedSite site = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + "<iframe src='/fzzf/f.html'></iframe>")
                .moved("/fzzf/f.html", "/login.html")
                .page("/login.html", "<a href='/'>清禾县网站首页</a>");
        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);

        assertThat(site.page("/login.html", old(3, 3)).walk()).isEqualTo(Stop.STRAYED);
    }

    /** A later page may have rows without dates, and a row beside it that all pages have. */
    @Test
    void goesOnWithoutDatesAndPastRowsThatStandOnEveryPage() {
        WalkedSite undated = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + NEXT)
                .page("/fzzf/p2.html", "<a href='/fzzf/y.html'>清禾县第九号公告公示事项说明</a>");
        assertThat(undated.walk()).isEqualTo(Stop.COMPLETE);

        String beside = "<div>" + dated(90, "2024-06-01") + "</div>";
        String tabs = "<p><b>2024</b><a href='/fzzf/2022/'>2022</a></p>";
        String days = dated(0, "2022-05-01", "2022-04-01", "2022-03-01", "2022-03-01", "2022-02-01");
        WalkedSite parted = new WalkedSite(START)
                .page(START, beside + tabs + WalkedSite.rows(0, 3))
                .page("/fzzf/2022/", beside + days + "<a href='/fzzf/2022/p2.html'>下一页</a>")
                .page("/fzzf/2022/p2.html", beside + dated(9, "2022-01-01"));
        assertThat(parted.walk()).isEqualTo(Stop.COMPLETE);
    }

    private static String dated(int from, String... dates) {
        StringBuilder rows = new StringBuilder("<ul>");
        for (int i = 0; i < dates.length; i++) {
            rows.append(WalkedSite.row("/fzzf/x" + (from + i) + ".html", "第" + (from + i) + "号公告公示事项", dates[i]));
        }
        return rows + "</ul>";
    }
}
