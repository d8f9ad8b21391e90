package org.fazhi.harvest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.MemoryState;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written down of a walk through a listing. */
class ListingCrawlTest {

    private static final URI START = URI.create("http://www.qinghe.gov.cn/fzzf/index.html");
    private static final Source SOURCE = QingheSource.listedAt(START);
    private static final Instant FIRST = Instant.parse("2026-11-22T18:30:00Z");
    private static final String PAGER = "<script>createPageHTML(2,0,'index','html');</script>";

    private final Map<String, Function<FetchResult.Trace, FetchResult>> site = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();

    private void page(String path, String html) {
        site.put(
                path,
                trace -> new FetchResult.Fetched(
                        trace,
                        Map.of("content-type", List.of("text/html; charset=utf-8")),
                        html.getBytes(StandardCharsets.UTF_8)));
    }

    private CrawledListing crawl() {
        ListingCrawl crawl = new ListingCrawl(
                request -> Optional.ofNullable(site.get(request.url().getPath()))
                        .map(answer -> answer.apply(trace(request.url()))),
                new ListingPages(MemoryState.create()));
        return crawl.crawl(SOURCE, SOURCE.listings().get(0), "n1");
    }

    private FetchResult.Trace trace(URI url) {
        return new FetchResult.Trace(
                url,
                url,
                List.of(),
                OptionalInt.empty(),
                times.getOrDefault(url.getPath(), FIRST),
                Duration.ofSeconds(2),
                1);
    }

    private static String rows(String... dates) {
        StringBuilder rows = new StringBuilder("<ul>");
        for (String date : dates) {
            rows.append("<li><a href='d")
                    .append(date.isEmpty() ? rows.length() : date)
                    .append(".html'>清禾县2023年法治政府建设年度报告</a><span>")
                    .append(date)
                    .append("</span></li>");
        }
        return rows + "</ul>";
    }

    @Test
    void countsPagesRowsAndDatesOverTheWholeWalk() {
        page("/fzzf/index.html", rows("2024-01-05", "2023-02-01") + PAGER);
        page(
                "/fzzf/index_1.html",
                rows("2021-03-09", "") + "<li><a href='p.html'>清禾县2024年法治政府建设工作计划</a><span>2024-02-01</span></li>");
        times.put("/fzzf/index_1.html", FIRST.plusSeconds(30));

        WalkLog.Entry walk = crawl().walk().orElseThrow();

        assertThat(walk)
                .isEqualTo(new WalkLog.Entry(
                        "n1",
                        SOURCE.id(),
                        START.toString(),
                        walk.settings(),
                        FIRST,
                        FIRST.plusSeconds(32),
                        WalkEnd.COMPLETE,
                        2,
                        5,
                        4,
                        4,
                        Optional.of(LocalDate.of(2021, 3, 9)),
                        Optional.of(LocalDate.of(2024, 2, 1))));
    }

    /** Pages of a file may be of different days; the walk proves no more than the oldest of them. */
    @Test
    void beganWhenTheOldestOfItsPagesWasAskedFor() {
        page("/fzzf/index.html", rows("2024-01-05") + PAGER);
        page("/fzzf/index_1.html", rows("2021-03-09"));
        times.put("/fzzf/index_1.html", FIRST.minus(Duration.ofDays(90)));

        assertThat(crawl().walk()).get().satisfies(walk -> {
            assertThat(walk.beganAt()).isEqualTo(FIRST.minus(Duration.ofDays(90)));
            assertThat(walk.endedAt()).isEqualTo(FIRST.plusSeconds(2));
        });
    }

    @Test
    void isNoWalkWhereThereIsNobodyToAsk() {
        assertThat(crawl().walk()).isEmpty();
    }

    @Test
    void isMissedWhereALaterPageCannotBeHad() {
        page("/fzzf/index.html", rows("2024-01-05") + PAGER);
        assertThat(end()).isEqualTo(WalkEnd.MISSED);
        site.put("/fzzf/index_1.html", trace -> new FetchResult.Blocked(trace, "status 412"));
        assertThat(end()).isEqualTo(WalkEnd.MISSED);
    }

    @Test
    void tellsApartARowlessAndAnUndatedListing() {
        page("/fzzf/index.html", "<html><body><div id='app'></div><script src='/app.js'></script></body></html>");
        assertThat(end()).isEqualTo(WalkEnd.NO_ROWS);
        page("/fzzf/index.html", rows("", ""));
        assertThat(end()).isEqualTo(WalkEnd.NOT_DATED);
        page("/fzzf/index.html", rows("", "2024-01-05"));
        assertThat(end()).isEqualTo(WalkEnd.COMPLETE);
    }

    @Test
    void keepsWhyTheWalkItselfEnded() {
        page("/fzzf/index.html", rows("2012-01-05") + PAGER);
        assertThat(end()).isEqualTo(WalkEnd.BEFORE_SINCE);
        page("/fzzf/index.html", rows("2024-01-05") + PAGER);
        page("/fzzf/index_1.html", rows("2024-01-05"));
        assertThat(end()).isEqualTo(WalkEnd.REPEATED);
        page("/fzzf/index_1.html", "<html></html>");
        assertThat(end()).isEqualTo(WalkEnd.STUB);
        page("/fzzf/index_1.html", rows("2012-01-05"));
        assertThat(end()).isEqualTo(WalkEnd.SINCE_REACHED);
    }

    /** Rows are read wherever the address leads; whether they are the listing's is told only of its own folder and below. */
    @ParameterizedTest
    @CsvSource({
        "http://www.qinghe.gov.cn/fzzf/index.html, COMPLETE",
        "https://QINGHE.gov.cn/fzzf/list/1.html?p=1, COMPLETE",
        "http://www.qinghe.gov.cn/zwgk/index.html, REDIRECTED",
        "http://www.qinghe.gov.cn/fzzf.html, REDIRECTED",
        "http://www.qinghe.gov.cn, REDIRECTED",
        "http://sfj.qinghe.gov.cn/fzzf/index.html, REDIRECTED"
    })
    void isNotWholeWhereTheAddressLedElsewhere(URI reached, WalkEnd end) {
        page("/fzzf/index.html", rows("2024-01-05"));
        Function<FetchResult.Trace, FetchResult> answer = site.get("/fzzf/index.html");
        site.put(
                "/fzzf/index.html",
                trace -> answer.apply(new FetchResult.Trace(
                        trace.url(),
                        reached,
                        List.of(),
                        trace.status(),
                        trace.startedAt(),
                        trace.duration(),
                        trace.attempts())));

        assertThat(end()).isEqualTo(end);
        assertThat(crawl().links()).hasSize(1);
    }

    static Stream<Arguments> failures() {
        return Stream.<Map.Entry<Function<FetchResult.Trace, FetchResult>, WalkEnd>>of(
                        Map.entry(trace -> new FetchResult.Failed(trace, "refused", true), WalkEnd.FAILED),
                        Map.entry(trace -> new FetchResult.Blocked(trace, "status 412"), WalkEnd.BLOCKED),
                        Map.entry(trace -> new FetchResult.Denied(trace, "robots"), WalkEnd.DENIED),
                        Map.entry(trace -> new FetchResult.Gone(trace, "status 404"), WalkEnd.GONE),
                        Map.entry(trace -> new FetchResult.SoftNotFound(trace, "stub"), WalkEnd.SOFT_404),
                        Map.entry(trace -> new FetchResult.Unsafe(trace, "private"), WalkEnd.UNSAFE),
                        Map.entry(trace -> new FetchResult.TooLarge(trace, "bomb"), WalkEnd.TOO_LARGE),
                        Map.entry(trace -> new FetchResult.Truncated(trace, "cut"), WalkEnd.TRUNCATED),
                        Map.entry(FetchResult.NotModified::new, WalkEnd.FAILED))
                .map(pair -> Arguments.of(pair.getKey(), pair.getValue()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endsInTheStateOfAFirstPageThatCannotBeHad(Function<FetchResult.Trace, FetchResult> answer, WalkEnd expected) {
        site.put("/fzzf/index.html", answer);

        assertThat(crawl().walk()).get().satisfies(walk -> {
            assertThat(walk.end()).isEqualTo(expected);
            assertThat(walk.pageCount()).isZero();
        });
    }

    @Test
    void tellsTheYearOfANamedDocumentOnlyWhereItsFileNameIsATitle() {
        Source source = new Source(
                SOURCE.id(),
                SOURCE.publisher(),
                SOURCE.region(),
                SOURCE.issuerKind(),
                SOURCE.reportKind(),
                List.of(),
                List.of(
                        URI.create(
                                "http://www.qinghe.gov.cn/2024/%E6%B8%85%E7%A6%BE%E5%8E%BF2023%E5%B9%B4%E6%B3%95%E6%B2%BB"
                                        + "%E6%94%BF%E5%BA%9C%E5%BB%BA%E8%AE%BE%E5%B9%B4%E5%BA%A6%E6%8A%A5%E5%91%8A.pdf"),
                        URI.create("http://www.qinghe.gov.cn/2024%E5%B9%B4/1.html"),
                        URI.create("mailto:x")),
                SOURCE.title(),
                SOURCE.since(),
                SOURCE.delay(),
                false,
                SOURCE.file());

        assertThat(ListingCrawl.named(source).links())
                .extracting(Frontier.Judged::reportYear)
                .containsExactly(OptionalInt.of(2023), OptionalInt.empty(), OptionalInt.empty());
        assertThat(ListingCrawl.named(source).walk()).isEmpty();
    }

    private WalkEnd end() {
        return crawl().walk().orElseThrow().end();
    }
}
