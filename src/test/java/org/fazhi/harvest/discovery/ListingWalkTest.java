package org.fazhi.harvest.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fazhi.harvest.discovery.ListingWalk.Stop;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.Test;

class ListingWalkTest {

    private static final URI START = URI.create("http://www.qinghe.gov.cn/fzzf/index.html");
    private static final Source SOURCE = LinkFilterTest.source(START);

    private final Map<String, String> site = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void takesTwoHundredDocumentsOverTenPagesOnce() {
        for (int page = 0; page < 10; page++) {
            site.put(page == 0 ? "/fzzf/index.html" : "/fzzf/index_" + page + ".html", page(page * 20, 20, 10, page));
        }

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));
        List<JudgedLink> links = run(walk);

        assertThat(links).hasSize(200);
        assertThat(links.stream().map(JudgedLink::link).map(Link::url).distinct())
                .hasSize(200);
        assertThat(asked).hasSize(10).doesNotHaveDuplicates();
        assertThat(walk.stop()).contains(Stop.COMPLETE);
        assertThat(walk.dialect()).contains("trs");
        assertThat(walk.pages()).isEqualTo(10);
    }

    @Test
    void stopsWhenAServerRepeatsItself() {
        site.put("/fzzf/index.html", page(0, 20, 100, 0));
        for (int page = 1; page < 100; page++) {
            site.put("/fzzf/index_" + page + ".html", page(0, 20, 100, page));
        }

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));

        assertThat(run(walk)).hasSize(20);
        assertThat(asked).hasSize(2);
        assertThat(walk.stop()).contains(Stop.REPEATED);
    }

    @Test
    void stopsOnAStubAndOnAMissingPage() {
        site.put("/fzzf/index.html", page(0, 20, 56, 0));
        site.put("/fzzf/index_1.html", "<html><head><title></title></head><body></body></html>");
        ListingWalk stubbed = new ListingWalk(SOURCE, SOURCE.listings().get(0));
        run(stubbed);
        site.remove("/fzzf/index_1.html");
        ListingWalk missed = new ListingWalk(SOURCE, SOURCE.listings().get(0));

        assertThat(run(missed)).hasSize(20);
        assertThat(stubbed.stop()).contains(Stop.STUB);
        assertThat(missed.stop()).contains(Stop.MISSED);
    }

    @Test
    void stopsAtItsBoundOfPages() {
        for (int page = 0; page < 9; page++) {
            site.put(page == 0 ? "/fzzf/index.html" : "/fzzf/index_" + page + ".html", page(page * 20, 20, 9, page));
        }

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0), new ListingReader(), 4);

        assertThat(run(walk)).hasSize(80);
        assertThat(asked).hasSize(4);
        assertThat(walk.stop()).contains(Stop.BOUND);
    }

    /** A year that waits is a page that was not read. */
    @Test
    void stopsAtItsBoundBeforeTheYearsOfItsList() {
        site.put("/fzzf/index.html", rows(0, 3) + "<p><b>2024</b><a href='/fzzf/2022/'>2022</a></p>");
        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0), new ListingReader(), 1);

        assertThat(run(walk)).hasSize(3);
        assertThat(asked).containsExactly("/fzzf/index.html");
        assertThat(walk.stop()).contains(Stop.BOUND);
    }

    @Test
    void stopsOnTheFirstPageThatIsWhollyBeforeSince() {
        site.put("/fzzf/index.html", page(0, 5, 9, 0));
        site.put("/fzzf/index_1.html", page(5, 5, 9, 1).replace("2024-01-", "2015-01-"));
        site.put("/fzzf/index_2.html", page(10, 5, 9, 2));

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));

        assertThat(run(walk)).hasSize(10);
        assertThat(asked).hasSize(2);
        assertThat(walk.stop()).contains(Stop.SINCE_REACHED);
    }

    /** Sorted by who publishes: what is wanted follows on what is not. */
    @Test
    void goesOnInAListThatDoesNotStandInOrder() {
        site.put("/fzzf/index.html", page(0, 5, 3, 0) + rows(20, 5).replace("2024-01-", "2011-01-"));
        site.put("/fzzf/index_1.html", page(5, 5, 3, 1).replace("2024-01-", "2015-01-"));
        site.put("/fzzf/index_2.html", page(10, 5, 3, 2));

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));

        assertThat(run(walk)).hasSize(20);
        assertThat(walk.stop()).contains(Stop.COMPLETE);
    }

    @Test
    void doesNotTakeAListForReadWhoseFirstPageIsWhollyBeforeSince() {
        site.put("/fzzf/index.html", page(0, 5, 9, 0).replace("2024-01-", "2015-01-"));
        site.put("/fzzf/index_1.html", page(5, 5, 9, 1));

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));

        assertThat(run(walk)).hasSize(5);
        assertThat(walk.stop()).contains(Stop.BEFORE_SINCE);
    }

    /** The rows of since itself are wanted: the page before must have one of that year or later. */
    @Test
    void takesARowOfTheFirstYearWantedForWanted() {
        int since = SOURCE.since();
        site.put("/fzzf/index.html", page(0, 5, 9, 0).replace("2024-01-", since + "-01-"));
        site.put("/fzzf/index_1.html", page(5, 5, 9, 1).replace("2024-01-", (since - 1) + "-12-"));

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));
        run(walk);

        assertThat(walk.stop()).contains(Stop.SINCE_REACHED);
    }

    /** Two series, each a frame: one ends at since, the other cannot be had. */
    @Test
    void tellsOfSeveralEndsTheOneThatLeftTheMostUnseen() {
        String frames = "<iframe src='a.html'></iframe><iframe src='b.html'></iframe>";
        site.put("/fzzf/index.html", frames);
        site.put("/fzzf/a.html", rows(0, 3).replace("2024-01-", "2015-01-"));

        ListingWalk missed = new ListingWalk(SOURCE, SOURCE.listings().get(0));
        run(missed);
        site.put("/fzzf/index.html", frames.replace("'a.html'", "'x.html'").replace("'b.html'", "'a.html'"));
        ListingWalk missedFirst = new ListingWalk(SOURCE, SOURCE.listings().get(0));
        run(missedFirst);

        assertThat(asked).containsExactly("/fzzf/index.html", "/fzzf/x.html", "/fzzf/a.html");
        assertThat(missed.stop()).contains(Stop.MISSED);
        assertThat(missedFirst.stop()).contains(Stop.MISSED);
    }

    @Test
    void asksEveryPageOfANumberedPagerOnce() {
        String pager = "<a href='/fzzf/index.html'>1</a><a href='p2.html'>2</a><a href='p3.html'>3</a>";
        site.put("/fzzf/index.html", rows(0, 3) + pager);
        site.put("/fzzf/p2.html", rows(3, 3) + pager);
        site.put("/fzzf/p3.html", rows(6, 3) + pager);

        assertThat(run(new ListingWalk(SOURCE, SOURCE.listings().get(0)))).hasSize(9);
        assertThat(asked).containsExactly("/fzzf/index.html", "/fzzf/p2.html", "/fzzf/p3.html");
    }

    /** Else its last page, which is before since, would end the walk before the pages between were asked for. */
    @Test
    void readsThePagesThatANumberedPagerLeavesOutBeforeItsLast() {
        String last = "…<a href='p5.html'>5</a>";
        site.put("/fzzf/index.html", rows(0, 3) + "<a href='index.html'>1</a><a href='p2.html'>2</a>" + last);
        site.put("/fzzf/p2.html", rows(3, 3) + "<a href='index.html'>1</a><b>2</b><a href='p3.html'>3</a>" + last);
        site.put("/fzzf/p3.html", rows(6, 3) + "<a href='p2.html'>2</a><b>3</b><a href='p4.html'>4</a>" + last);
        site.put("/fzzf/p4.html", rows(9, 3) + "<a href='p3.html'>3</a><b>4</b>" + last);
        site.put("/fzzf/p5.html", rows(12, 3).replace("2024-01-", "2015-01-"));

        ListingWalk walk = new ListingWalk(SOURCE, SOURCE.listings().get(0));

        assertThat(run(walk)).hasSize(15);
        assertThat(asked).last().isEqualTo("/fzzf/p5.html");
        assertThat(walk.stop()).contains(Stop.SINCE_REACHED);
    }

    private List<JudgedLink> run(ListingWalk walk) {
        asked.clear();
        List<JudgedLink> links = new ArrayList<>();
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            String path = next.get().url().getPath();
            asked.add(path);
            String body = site.get(path);
            if (body == null) {
                walk.miss();
            } else {
                links.addAll(
                        walk.accept(new ListingResponse(next.get(), next.get().url(), body)));
            }
        }
        return links;
    }

    private static String page(int from, int count, int pages, int current) {
        return rows(from, count) + "<script>createPageHTML(" + pages + "," + current + ",'index','html');</script>";
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i ->
                        "<li><a href='d" + i + ".html'>清禾县第" + i + "号2023年法治政府建设年度报告</a><span>2024-01-05</span></li>")
                .collect(Collectors.joining("\n", "<ul>", "</ul>"));
    }
}
