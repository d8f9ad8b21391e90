package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fazhi.harvest.fetch.LoopbackSite.bytes;
import static org.fazhi.harvest.fetch.LoopbackSite.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.fazhi.harvest.fetch.FetchResult.Blocked;
import org.fazhi.harvest.fetch.FetchResult.Failed;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.fetch.FetchResult.Unsafe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final String ARTICLE = "<html><body><p>" + "清禾县法治政府建设年度报告。".repeat(40) + "</p></body></html>";

    private final PassingTime time = new PassingTime();
    private final RobotsStore robots = RobotsStore.inMemory();
    private LoopbackSite site;

    @BeforeEach
    void startSite() throws IOException {
        site = new LoopbackSite(time);
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    /** Nothing but gzip was asked for; what such a file forbids is not known. */
    @Test
    void asksForNothingWhereRobotsTxtCannotBeDecoded() {
        site.on("/robots.txt", page(200, "\u0001\u0002", "Content-Encoding", "br"))
                .on("/a.html", page(200, ARTICLE));

        FetchResult result = fetch("/a.html");

        assertThat(result.reason()).isEqualTo("robots.txt unreachable (status 0)");
        assertThat(site.paths()).doesNotContain("/a.html");
    }

    @Test
    void fetchesAPageWithItsHeadersAndText() {
        site.on("/a.html", page(200, ARTICLE, "ETag", "\"v1\""));

        FetchResult result = fetch("/a.html");

        assertThat(result).isInstanceOf(Fetched.class);
        Fetched fetched = (Fetched) result;
        assertThat(fetched.text().text()).isEqualTo(ARTICLE);
        assertThat(fetched.validators().etag()).contains("\"v1\"");
        assertThat(fetched.trace().attempts()).isEqualTo(1);
        assertThat(fetched.trace().status()).hasValue(200);
        assertThat(fetched.trace().redirects()).isEmpty();
    }

    @Test
    void namesItselfAndItsContact() {
        site.on("/a.html", page(200, ARTICLE));

        fetch("/a.html");

        assertThat(site.pageRequests().get(0).headers().get("User-agent"))
                .containsExactly("fazhi/0.1 (rule-of-law reports; +mailto@example.org)");
    }

    @Test
    void asksConditionallyAndTakesNotModified() {
        site.on("/a.html", exchange -> {
            boolean isKnown = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            page(isKnown ? 304 : 200, isKnown ? "" : ARTICLE).answer(exchange);
        });
        Validators known = new Validators(Optional.of("\"v1\""), Optional.of("Mon, 02 Feb 2026 00:00:00 GMT"));

        FetchResult result = fetcher().fetch(request("/a.html").withValidators(known));

        assertThat(result.state()).isEqualTo("not_modified");
        assertThat(site.pageRequests().get(0).headers().get("If-modified-since"))
                .containsExactly("Mon, 02 Feb 2026 00:00:00 GMT");
    }

    @Test
    void obeysRobotsWithoutAskingForThePage() {
        site.on("/robots.txt", page(200, "User-agent: *\nDisallow: /private/\n"))
                .on("/private/a.html", page(200, ARTICLE));

        assertThat(fetch("/private/a.html").state()).isEqualTo("denied");
        assertThat(site.paths()).containsExactly("/robots.txt");
    }

    @Test
    void obeysTheGroupThatNamesItOverTheOneForAll() {
        site.on("/robots.txt", page(200, "User-agent: *\nDisallow: /\n\nUser-agent: fazhi\nDisallow: /b/\n"))
                .on("/a.html", page(200, ARTICLE));

        assertThat(fetch("/a.html").state()).isEqualTo("fetched");
        assertThat(fetch("/b/a.html").state()).isEqualTo("denied");
    }

    @Test
    void waitsForAnotherNightWhileRobotsIsUnreachable() {
        site.on("/robots.txt", page(503, "")).on("/a.html", page(200, ARTICLE));
        Fetcher fetcher = fetcher();

        FetchResult first = fetcher.fetch(request("/a.html"));
        FetchResult second = fetcher.fetch(request("/a.html"));

        assertThat(first).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.isPassing()).isTrue();
            assertThat(failed.reason()).isEqualTo("robots.txt unreachable (status 503)");
        });
        assertThat(second.state()).isEqualTo("failed");
        assertThat(site.paths()).containsExactly("/robots.txt", "/robots.txt", "/robots.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "200, fetched, 1, ''",
        "404, gone, 1, status 404",
        "403, blocked, 1, status 403",
        "500, failed, 1, status 500",
        "503, failed, 3, status 503"
    })
    void tellsHowItsRequestForRobotsEnded(int status, String state, int attempts, String reason) {
        site.on("/robots.txt", page(status, "User-agent: *\n")).on("/a.html", page(200, ARTICLE));
        Fetcher fetcher = fetcher();

        RobotsFetch asked = fetcher.fetch(request("/a.html")).trace().robots().get(0);

        assertThat(asked.url()).isEqualTo(site.url("/robots.txt"));
        assertThat(asked)
                .extracting(RobotsFetch::state, RobotsFetch::attempts, RobotsFetch::reason)
                .containsExactly(state, attempts, reason);
        assertThat(asked.status()).hasValue(status);
        assertThat(fetcher.fetch(request("/a.html")).trace().robots()).isEmpty();
    }

    @Test
    void tellsWhereRobotsLedAway() {
        site.on("/robots.txt", page(302, "", "Location", "http://10.0.0.1/robots.txt"))
                .on("/a.html", page(200, ARTICLE));

        assertThat(fetch("/a.html").trace().robots())
                .extracting(RobotsFetch::state)
                .containsExactly("unsafe");
    }

    @Test
    void asksAnUnreachableRobotsAnewInTheNextRun() {
        site.on("/robots.txt", page(503, "")).on("/a.html", page(200, ARTICLE));
        assertThat(fetch("/a.html").state()).isEqualTo("failed");
        site.on("/robots.txt", page(404, ""));

        assertThat(fetch("/a.html").state()).isEqualTo("fetched");
    }

    @Test
    void keepsRobotsForADayThenAsksConditionally() {
        site.on("/robots.txt", exchange -> {
            boolean isKnown = exchange.getRequestHeaders().containsKey("If-None-Match");
            page(isKnown ? 304 : 200, isKnown ? "" : "User-agent: *\nDisallow: /b\n", "ETag", "\"r\"")
                    .answer(exchange);
        });
        site.on("/a.html", page(200, ARTICLE));

        fetch("/a.html");
        time.pass(Duration.ofHours(23));
        fetch("/a.html");
        time.pass(Duration.ofHours(2));
        assertThat(fetch("/b.html").state()).isEqualTo("denied");

        assertThat(site.paths()).containsExactly("/robots.txt", "/a.html", "/a.html", "/robots.txt");
    }

    @Test
    void keepsTheStaleRobotsWhileANewOneIsUnreachable() {
        site.on("/robots.txt", page(200, "User-agent: *\nDisallow: /b\n")).on("/a.html", page(200, ARTICLE));
        fetch("/a.html");
        time.pass(Duration.ofHours(30));
        site.on("/robots.txt", page(500, ""));

        assertThat(fetch("/a.html").state()).isEqualTo("fetched");
        assertThat(fetch("/b.html").state()).isEqualTo("denied");
    }

    @Test
    void leavesTheDelayBetweenTwoRequestsToAHost() {
        site.on("/a.html", page(200, ARTICLE)).on("/b.html", page(200, ARTICLE));
        Fetcher fetcher = fetcher();

        fetcher.fetch(request("/a.html"));
        time.pass(Duration.ofMillis(500));
        fetcher.fetch(request("/b.html"));

        assertThat(time.pauses()).containsExactly(DELAY, DELAY.minusMillis(500));
    }

    @Test
    void letsRobotsAskForALongerDelay() {
        site.on("/robots.txt", page(200, "User-agent: *\nCrawl-delay: 7\n")).on("/a.html", page(200, ARTICLE));
        Fetcher fetcher = fetcher();

        fetcher.fetch(request("/a.html"));
        fetcher.fetch(request("/a.html"));

        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void sendsOneRequestAtATimeToAHostHoweverManyThreadsAsk() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        site.on("/a.html", exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            page(200, ARTICLE).answer(exchange);
        });
        Fetcher fetcher = fetcher();
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, 6).forEach(i -> threads.add(new Thread(() -> fetcher.fetch(request("/a.html")))));

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(most).hasValue(1);
        assertThat(site.pageRequests()).hasSize(6);
        assertThat(site.pageRequests().stream().map(LoopbackSite.Seen::at).distinct())
                .hasSize(6);
    }

    @Test
    void triesAgainAfterWhatTheServerAsksFor() {
        AtomicInteger asked = new AtomicInteger();
        site.on("/a.html", exchange -> {
            if (asked.incrementAndGet() < 2) {
                page(503, "", "Retry-After", "30").answer(exchange);
            } else {
                page(200, ARTICLE).answer(exchange);
            }
        });

        FetchResult result = fetch("/a.html");

        assertThat(result.state()).isEqualTo("fetched");
        assertThat(result.trace().attempts()).isEqualTo(2);
        assertThat(time.pauses()).contains(Duration.ofSeconds(30));
    }

    @Test
    void leavesAServerThatAsksForTooLong() {
        site.on("/a.html", page(429, "", "Retry-After", "86400"));

        FetchResult result = fetch("/a.html");

        assertThat(result.reason()).isEqualTo("status 429");
        assertThat(result.trace().attempts()).isEqualTo(1);
    }

    @Test
    void backsOffThriceAsLongEachTimeAndThenGivesUp() {
        site.on("/a.html", page(502, ""));

        FetchResult result = fetch("/a.html");

        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.isPassing()).isTrue();
            assertThat(failed.trace().attempts()).isEqualTo(3);
        });
        List<Duration> backoffs = time.pauses().stream()
                .filter(pause -> pause.compareTo(DELAY) > 0)
                .toList();
        assertThat(backoffs).hasSize(2);
        assertThat(backoffs.get(0)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(backoffs.get(1)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(18));
    }

    @ParameterizedTest
    @CsvSource({
        "404, gone",
        "410, gone",
        "401, blocked",
        "403, blocked",
        "412, blocked",
        "521, blocked",
        "400, failed",
        "500, failed"
    })
    void endsAtOnceInTheStateOfAFinalStatus(int status, String state) {
        site.on("/a.html", page(status, ""));

        FetchResult result = fetch("/a.html");

        assertThat(result.state()).isEqualTo(state);
        assertThat(result.reason()).isEqualTo("status " + status);
        assertThat(result.trace().attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <script>document.cookie="C=1; max-age=300";location.reload();</script> | blocked  | script sets a cookie
                    <html><title>安全验证</title><body>请完成验证后继续访问</body></html>          | blocked  | captcha
                    <meta http-equiv="refresh" content="0;URL=../">                        | soft_404 | meta refresh
                    <html><body><h1>您访问的页面不存在</h1></body></html>                    | soft_404 | page says not found
                    <html><body>抱歉，该文章已被删除。</body></html>                          | soft_404 | page says not found
                    """)
    void seesThroughAnswersOfStatus200(String html, String state, String reason) {
        site.on("/a.html", page(200, html));

        FetchResult result = fetch("/a.html");

        assertThat(result.state()).isEqualTo(state);
        assertThat(result.reason()).isEqualTo(reason);
    }

    @Test
    void takesALongArticleThatSpeaksOfDeletedPages() {
        site.on("/a.html", page(200, ARTICLE.replace("</p>", "整治页面不存在等问题。</p>")));

        assertThat(fetch("/a.html").state()).isEqualTo("fetched");
    }

    @Test
    void takesStatus202WithAScriptAsAWall() {
        site.on("/a.html", page(202, "<script>eval(1)</script>"));

        assertThat(fetch("/a.html").state()).isEqualTo("blocked");
    }

    @Test
    void triesAnEmptyPageAgain() {
        AtomicInteger asked = new AtomicInteger();
        site.on(
                "/a.html",
                exchange ->
                        page(200, asked.incrementAndGet() < 2 ? "" : ARTICLE).answer(exchange));

        assertThat(fetch("/a.html").state()).isEqualTo("fetched");
    }

    @Test
    void followsRedirectsAndKeepsTheWay() {
        site.on("/a", page(302, "", "Location", "/b"))
                .on("/b", page(301, "", "Location", "c.html"))
                .on("/c.html", page(200, ARTICLE));

        FetchResult result = fetch("/a");

        assertThat(result.state()).isEqualTo("fetched");
        assertThat(result.url()).isEqualTo(site.url("/a"));
        assertThat(result.trace().redirects()).containsExactly(site.url("/b"));
        assertThat(result.trace().finalUrl()).isEqualTo(site.url("/c.html"));
    }

    @Test
    void stopsAfterFiveRedirectsAndInACircle() {
        for (int i = 0; i < 9; i++) {
            site.on("/" + i, page(302, "", "Location", "/" + (i + 1)));
        }
        site.on("/circle", page(302, "", "Location", "/circle"));

        assertThat(fetch("/0").reason()).isEqualTo("more than 5 redirects");
        assertThat(site.pageRequests()).hasSize(6);
        assertThat(fetch("/circle")).isInstanceOf(Blocked.class);
    }

    @Test
    void takesAnArticleThatLeadsToTheFrontPageForMissing() {
        site.on("/a/1.html", page(302, "", "Location", "/")).on("/", page(200, ARTICLE));

        assertThat(fetch("/a/1.html").state()).isEqualTo("soft_404");
    }

    /** A listing that was given up leads to pages with rows of their own. */
    @ParameterizedTest
    @CsvSource({
        "/, soft_404",
        "/index.html, soft_404",
        "/error.html, soft_404",
        "/common/404.html?from=a, soft_404",
        "/sys/login.jsp, blocked",
        "/b/index.html, fetched",
        "/errata/index.html, fetched"
    })
    void takesAListingThatLeadsToTheFrontPageOrAnErrorForMissing(String target, String state) {
        site.on("/a/index.html", page(302, "", "Location", target)).on(target, page(200, ARTICLE));

        FetchResult result = fetcher()
                .fetch(new FetchRequest(
                        site.url("/a/index.html"),
                        FetchRequest.Kind.LISTING,
                        Optional.empty(),
                        Optional.empty(),
                        DELAY,
                        true,
                        Validators.NONE));
        assertThat(result.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/",
                "http://192.168.1.1/",
                "http://[::ffff:10.0.0.1]/",
                "http://8.8.8.8/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd"
            })
    void refusesToBeLedOffLoopback(String target) {
        site.on("/a", page(302, "", "Location", target));

        FetchResult result = fetch("/a");

        assertThat(result.state()).isEqualTo("unsafe");
        assertThat(result.trace().finalUrl()).isEqualTo(URI.create(target));
    }

    @Test
    void makesNoConnectionToLoopbackForAPublicSource() {
        site.on("/a.html", page(200, ARTICLE));
        FetchRequest publicRequest = new FetchRequest(
                site.url("/a.html"),
                FetchRequest.Kind.DOCUMENT,
                Optional.empty(),
                Optional.empty(),
                DELAY,
                false,
                Validators.NONE);

        assertThat(fetcher().fetch(publicRequest)).isInstanceOf(Unsafe.class);
        assertThat(site.paths()).isEmpty();
    }

    @Test
    void hangsUpOnABodyBeyondTheBound() {
        site.on("/a.html", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(block);
            }
        });

        FetchResult result = fetcher(settings().withMaxBytes(100_000)).fetch(request("/a.html"));

        assertThat(result.state()).isEqualTo("too_large");
        assertThat(result.reason()).isEqualTo("more than 100000 bytes");
    }

    @Test
    void undoesGzipAlsoWhereTheServerDoesNotSayIt() throws IOException {
        byte[] zipped = gzip(ARTICLE.getBytes(StandardCharsets.UTF_8));
        site.on("/said", bytes(200, zipped, "Content-Encoding", "gzip")).on("/unsaid", bytes(200, zipped));

        assertThat(((Fetched) fetch("/said")).text().text()).isEqualTo(ARTICLE);
        assertThat(((Fetched) fetch("/unsaid")).text().text()).isEqualTo(ARTICLE);
    }

    @Test
    void stopsAGzipBombByRatioAndBySize() throws IOException {
        byte[] bomb = gzip(new byte[12 * 1024 * 1024]);
        byte[] wide = new byte[300_000];
        new Random(1).nextBytes(wide);
        site.on("/ratio", bytes(200, bomb)).on("/size", bytes(200, gzip(wide)));

        assertThat(fetch("/ratio").reason()).isEqualTo("compressed more than 200 to 1");
        FetchResult size = fetcher(settings().withMaxBytes(250_000)).fetch(request("/size"));
        assertThat(size.state()).isEqualTo("too_large");
    }

    @Test
    void failsOnABrokenGzip() throws IOException {
        byte[] zipped = gzip(ARTICLE.getBytes(StandardCharsets.UTF_8));
        zipped[zipped.length - 6] ^= 1;
        site.on("/a", bytes(200, zipped));

        assertThat(fetch("/a"))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly("failed", "gzip: Corrupt GZIP trailer");
    }

    @Test
    void endsARequestThatTakesTooLong() {
        CountDownLatch over = new CountDownLatch(1);
        site.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            try {
                over.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        FetchResult result =
                fetcher(settings().withTimeout(Duration.ofMillis(200))).fetch(request("/slow"));
        over.countDown();

        assertThat(result.reason()).isEqualTo("timeout after 200 ms");
        assertThat(result.trace().attempts()).isEqualTo(3);
    }

    @Test
    void failsWhereNobodyListens() {
        URI dead = site.url("/a.html");
        site.close();

        FetchResult result = fetcher().fetch(request(dead));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.isPassing()).isTrue());
        assertThat(result.reason()).isEqualTo("robots.txt unreachable (status 0)");
    }

    @Test
    void postsAFormAndNamesTheReferrer() {
        site.on("/search", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            page(200, ARTICLE + exchange.getRequestMethod() + body).answer(exchange);
        });
        FetchRequest request = new FetchRequest(
                site.url("/search"),
                FetchRequest.Kind.LISTING,
                Optional.of("currpage=2"),
                Optional.of(site.url("/col/")),
                DELAY,
                true,
                Validators.NONE);

        Fetched fetched = (Fetched) fetcher().fetch(request);

        assertThat(fetched.text().text()).endsWith("POSTcurrpage=2");
        assertThat(site.pageRequests().get(0).headers().get("Referer"))
                .containsExactly(site.url("/col/").toString());
    }

    private FetchResult fetch(String path) {
        return fetcher().fetch(request(path));
    }

    private FetchRequest request(String path) {
        return request(site.url(path));
    }

    private static FetchRequest request(URI url) {
        return new FetchRequest(
                url, FetchRequest.Kind.DOCUMENT, Optional.empty(), Optional.empty(), DELAY, true, Validators.NONE);
    }

    private Fetcher fetcher() {
        return fetcher(settings());
    }

    private Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(
                settings, robots, new Fetcher.Surroundings(time, time, HostResolver.system(), new Random(1)));
    }

    private static FetchSettings settings() {
        return FetchSettings.of(Optional.of("mailto@example.org"));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        }
        return zipped.toByteArray();
    }
}
