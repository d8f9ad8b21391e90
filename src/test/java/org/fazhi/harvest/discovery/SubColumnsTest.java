package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;

/** Rows that are columns of a year, and rows that are documents with a folder. */
class SubColumnsTest {

    private static final String START = "/ndbg/index.html";
    private static final String ROWS =
            "<ul><li><a href='/ndbg/2023n/'>2023年法治政府建设年度报告</a></li><li><a href='2022n/index.html'>2022年法治政府建设年度报告</a></li></ul>";

    private static String column(int year) {
        return "<ul>" + WalkedSite.row("./t1.html", year + "年法治政府建设年度报告", (year + 1) + "-03-20") + "</ul>";
    }

    @Test
    void walksColumnsOfYearsAndTakesTheirRows() {
        WalkedSite site = new WalkedSite(START)
                .page(START, ROWS)
                .page("/ndbg/2023n/", column(2023))
                .page("/ndbg/2022n/index.html", column(2022));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.taken()).containsExactly("/ndbg/2023n/t1.html", "/ndbg/2022n/t1.html");
        assertThat(site.asked()).doesNotHaveDuplicates().hasSize(3);
    }

    /** A document may have links with dates beside it, which are not below it. */
    @Test
    void takesTheRowWhereItsFolderIsADocument() {
        WalkedSite site = new WalkedSite(START)
                .page(START, ROWS)
                .page(
                        "/ndbg/2023n/",
                        "<a href='/ndbg/2023n/P0.pdf'>清禾县年度报告附件</a><ul>"
                                + WalkedSite.row("/xw/1.html", "召开农业生产现场会议", "2024-03-01") + "</ul>")
                .page("/ndbg/2022n/index.html", column(2022));
        site.walk();

        assertThat(site.taken()).containsExactly("/ndbg/2023n/", "/ndbg/2022n/t1.html");
        assertThat(site.titles()).hasSize(1);
    }

    /** A row that stands alone is a document; further down, beside another, it may be a column, and is not. */
    @Test
    void takesARowOnceThatIsReadAsBoth() {
        String first = ROWS.substring(0, ROWS.indexOf("</li>")) + "</li></ul><a href='index_2.html'>下一页</a>";
        WalkedSite site = new WalkedSite(START)
                .page(START, first)
                .page("/ndbg/index_2.html", ROWS)
                .page("/ndbg/2023n/", "<p>清禾县2023年法治政府建设年度报告</p>")
                .page("/ndbg/2022n/index.html", column(2022));
        site.walk();

        assertThat(site.taken()).containsExactly("/ndbg/2023n/", "/ndbg/2022n/t1.html");
        assertThat(site.asked()).contains("/ndbg/2023n/");
    }

    /** A single one, one with a date, one whose folder is not named by its year, one of another folder, a file. */
    @Test
    void leavesDocumentsAlone() {
        String other = "<li><a href='/ndbg/2022n/'>2022年法治政府建设年度报告</a><span>2023-03-01</span></li>"
                + "<li><a href='/ndbg/12345/'>2021年法治政府建设年度报告</a></li>"
                + "<li><a href='/zwgk/2020/'>2020年法治政府建设年度报告</a></li>"
                + "<li><a href='http://else.example/ndbg/2024/'>2024年法治政府建设年度报告</a></li>"
                + "<li><a href='/ndbg/2019.html'>2019年法治政府建设年度报告</a></li>";
        WalkedSite site = new WalkedSite(START)
                .page(START, "<ul><li><a href='/ndbg/2023n/'>2023年法治政府建设年度报告</a></li>" + other + "</ul>");
        site.walk();

        assertThat(site.asked()).containsExactly(START);
        assertThat(site.taken())
                .containsExactly("/ndbg/2023n/", "/ndbg/2022n/", "/ndbg/12345/", "/zwgk/2020/", "/ndbg/2019.html");
    }

    @Test
    void tellsOfAColumnThatIsNotWantedAsOfARow() {
        WalkedSite site =
                new WalkedSite(START).page(START, ROWS.replace("2022", "2010")).page("/ndbg/2023n/", column(2023));

        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.asked()).containsExactly(START, "/ndbg/2023n/");
        assertThat(site.listed()).containsExactly("/ndbg/2010n/index.html", "/ndbg/2023n/t1.html");
    }
}
