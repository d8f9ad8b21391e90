package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pagers of numbers that leave pages out. */
class NumberedPagerTest {

    private static final String START = "/fzzf/index.html";

    /** The pages in the gap are asked for in their order, by the pattern of those that are named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] <a href='p2.html'>2</a> … <a href='p4.html'>4</a>                       | p2 p3 p4",
                "<b>1</b><a href='p2.html'>[2]</a>...<a href='p5.html'>[5]</a>                | p2 p3 p4 p5",
                "<a href='p1.html'>2</a><a href='p2.html'>3</a>…<a href='p5.html'>6</a>        | p1 p2 p3 p4 p5",
                "<a href='p2.html'>第2页</a><a href='p5.html'>第5页</a>                        | p2 p3 p4 p5",
                "<a href='p2.html'>2</a><a href='p3.html'>3</a>                                | p2 p3",
                "<a href='a.html'>2</a> … <a href='b.html'>4</a>                               | a",
                "<a href='p2.html'>2</a> … <a href='q4.html'>4</a>                             | p2",
                "<a href='p02.html'>2</a> … <a href='p04.html'>4</a>                           | p02",
                "<a href='p2.html'>2</a> … <a href='p900.html'>900</a>                         | p2",
                "<a href='p2.html'>2</a><a href='r2.html'>2</a> … <a href='p4.html'>4</a>       | p2 r2",
                "<a href='x9.html'>3</a>                                                       | ''",
                "<a href='p2023.html'>2023</a><a href='p2022.html'>2022</a>                    | ''",
                "<a href='http://else.example/p2.html'>2</a>                                    | ''",
            })
    void asksForThePagesThatItLeavesOut(String pager, String expected) {
        assertThat(next(START, pager))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    /** The number of the page that is read: beside the others, a link to itself, told by its address, or in a field. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/fzzf/b.html | <a href='index.html'>1</a><span>2</span><a href='c.html'>3</a>             | index c",
                "/fzzf/b.html | <li><a href='index.html'>1</a></li><li>2</li><li><a href='c.html'>3</a></li> | index c",
                "/fzzf/b.html | <a href='index.html'>1</a><a href='b.html'>2</a><a href='c.html'>3</a>     | index c",
                "/fzzf/b.html | <a href='index.html'>1</a><input value='2'><a href='c.html'>3</a>          | index c",
                "/fzzf/b.html | <a href='index.html'>1</a> ... <a href='c.html'>3</a>                      | index",
                "/fzzf/b.html | <b>1</b><a href='c.html'>3</a>                                             | ''",
                "/fzzf/c.html | <a href='b.html'>2</a><span>3</span><a href='d.html'>4</a>…<a href='z.html'>20</a>   | b d",
                "/fzzf/c.html | <li><a href='b.html'>2</a></li><li>3</li><li><a href='d.html'>4</a></li>…<li><a href='z.html'>20</a></li> | b d",
                "/fzzf/e.html | <b>5</b><a href='f.html'>6</a>…<a href='z.html'>20</a>                     | f",
                "/fzzf/p3.html | <a href='p2.html'>2</a><input value='3'><a href='p4.html'>4</a>           | p2 p4",
            })
    void knowsTheNumberOfThePageThatIsRead(String url, String pager, String expected) {
        assertThat(next(url, pager))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    private static List<String> next(String url, String pager) {
        URI address = URI.create("http://www.qinghe.gov.cn" + url);
        ListingPage page =
                new ListingPage(new ListingResponse(ListingRequest.get(address), address, "<div>" + pager + "</div>"));
        return NumberedPager.of(page).next().stream()
                .map(next -> next.getPath().replaceAll("^/fzzf/|\\.html$", ""))
                .toList();
    }

    /** Its last page is before the first year wanted: read before those in the gap, it would end the walk. */
    @Test
    void readsThePagesOfTheGapBeforeTheLast() {
        String pager = "<p>[1] <a href='/fzzf/p2.html'>2</a> … <a href='/fzzf/p4.html'>4</a></p>";
        WalkedSite site = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + pager)
                .page("/fzzf/p2.html", WalkedSite.rows(3, 3) + pager)
                .page("/fzzf/p3.html", WalkedSite.rows(6, 3) + pager)
                .page("/fzzf/p4.html", WalkedSite.rows(9, 3).replace("2024-", "2011-") + pager);

        assertThat(site.walk()).isEqualTo(Stop.SINCE_REACHED);
        assertThat(site.asked()).containsExactly(START, "/fzzf/p2.html", "/fzzf/p3.html", "/fzzf/p4.html");
    }

    @Test
    void isNotCompleteWhereAPageOfTheGapCannotBeHadOrNamed() {
        String pager = "<p>[1] <a href='p2.html'>2</a> … <a href='p4.html'>4</a></p>";
        WalkedSite site = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + pager)
                .page("/fzzf/p2.html", WalkedSite.rows(3, 3) + pager)
                .page("/fzzf/p4.html", WalkedSite.rows(9, 3) + pager);
        assertThat(site.walk()).isEqualTo(Stop.MISSED);

        String odd = pager.replace("p2.html", "b.html").replace("p4.html", "d.html");
        site = new WalkedSite(START)
                .page(START, WalkedSite.rows(0, 3) + odd)
                .page("/fzzf/b.html", WalkedSite.rows(3, 3) + odd)
                .page("/fzzf/d.html", WalkedSite.rows(9, 3) + odd);
        assertThat(site.walk()).isEqualTo(Stop.PAGER_UNKNOWN);
        assertThat(site.asked()).doesNotContain("/fzzf/d.html");
    }

    /** 下一页 leads from page to page; the numbers beside it tell how far. */
    @Test
    void followsTheNextPageAndHoldsItAgainstTheLastNumber() {
        String pager = "<p>1 <a href='p2.html'>2</a> <a href='p3.html'>3</a> … <a href='p%d.html'>%d</a> NEXT</p>";
        WalkedSite site = new WalkedSite(START);
        for (int page = 1; page <= 4; page++) {
            String next = page < 4 ? "<a href='p" + (page + 1) + ".html'>下一页</a>" : "";
            site.page(
                    page == 1 ? START : "/fzzf/p" + page + ".html",
                    WalkedSite.rows(page * 3, 3)
                            + (page == 1 ? pager.formatted(4, 4).replace("NEXT", next) : next));
        }
        assertThat(site.walk()).isEqualTo(Stop.COMPLETE);
        assertThat(site.titles()).hasSize(12);

        site.page(START, WalkedSite.rows(3, 3) + pager.formatted(8, 8).replace("NEXT", "<a href='p2.html'>下一页</a>"));
        assertThat(site.walk())
                .as("page 4 has no next one, and there are eight")
                .isEqualTo(Stop.PAGER_UNKNOWN);

        site.page("/fzzf/p4.html", WalkedSite.rows(12, 3) + "<div class='page'>共12条</div>");
        assertThat(site.walk()).as("all rows are there").isEqualTo(Stop.COMPLETE);
    }

    /** A page of nothing but numbers costs what it is long, and no more pages are named than are read of a list. */
    @Test
    void isBounded() {
        StringBuilder pager = new StringBuilder("<a href='p2.html'>2</a><a href='p200.html'>200</a>");
        assertThat(next(START, pager.toString())).hasSize(199);

        pager = new StringBuilder();
        for (int number = 2; number < 3_000; number++) {
            pager.append("<a href='x")
                    .append(number % 7)
                    .append(number)
                    .append(".html'>")
                    .append(number)
                    .append("</a>");
        }
        assertThat(next(START, pager.toString())).hasSize(200);
    }
}
