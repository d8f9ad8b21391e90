package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fazhi.harvest.fetch.HostileSite.head;
import static org.fazhi.harvest.fetch.HostileSite.says;
import static org.fazhi.harvest.fetch.HostileSite.sends;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.discovery.JudgedLink;
import org.fazhi.harvest.discovery.ListingRequest;
import org.fazhi.harvest.discovery.ListingResponse;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchRequest.Kind;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of ours to fight a crawler ends in its named state and within its limit. */
@Timeout(30)
class HostileSiteTest {

    private static final String ARTICLE = "<html><body><p>" + "清禾县法治政府建设年度报告。".repeat(40) + "</p></body></html>";
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final PassingTime time = new PassingTime();
    private HostileSite site;

    @BeforeEach
    void startSite() throws IOException {
        site = new HostileSite();
    }

    @AfterEach
    void stopSite() throws IOException {
        site.close();
    }

    @Test
    void endsAServerThatNeverSendsItsHeaders() {
        site.on("/a", (head, out) -> site.linger(20_000));

        assertThat(fetch("/a"))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly("failed", "timeout after 400 ms");
    }

    @Test
    void endsAServerThatSendsItsHeadersByTheByte() {
        site.on("/a", (head, out) -> {
            for (byte b : head(200, "Content-Length: 9")) {
                out.write(b);
                out.flush();
                site.linger(30);
            }
        });

        assertThat(fetch("/a").reason()).isEqualTo("timeout after 400 ms");
    }

    @Test
    void endsAServerThatSendsItsBodyByTheByte() {
        site.on("/a", (head, out) -> {
            out.write(head(200, "Content-Length: 100000"));
            for (int i = 0; i < 100_000; i++) {
                out.write('.');
                out.flush();
                site.linger(30);
            }
        });

        FetchResult result = fetch("/a");

        assertThat(result.reason()).isEqualTo("timeout after 400 ms");
        assertThat(result.trace().attempts()).isEqualTo(3);
    }

    @Test
    void endsABodyWithoutAnEnd() {
        site.on("/a", (head, out) -> {
            out.write(head(200, "X-Endless: 1"));
            byte[] block = new byte[65536];
            for (int i = 0; i < 100_000; i++) {
                out.write(block);
            }
        });

        assertThat(fetcher(settings().withMaxBytes(200_000))
                        .fetch(request("/a"))
                        .state())
                .isEqualTo("too_large");
    }

    @Test
    void endsHeadersWithoutAnEnd() {
        site.on("/lines", (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("X-" + i + ": a\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        site.on("/line", (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100_000; i++) {
                out.write("a".repeat(1000).getBytes(StandardCharsets.US_ASCII));
            }
        });

        assertThat(fetch("/lines").state()).isEqualTo("failed");
        assertThat(fetch("/line").state()).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "220 mail.example.org ESMTP\r\n", "HTTP/1.1 abc\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n"})
    void failsWhereNoHttpIsSpoken(String greeting) {
        site.on("/a", (head, out) -> out.write(greeting.getBytes(StandardCharsets.UTF_8)));

        assertThat(fetch("/a").state()).isEqualTo("failed");
    }

    @Test
    void stopsEndlessRedirectsAtFive() {
        AtomicInteger count = new AtomicInteger();
        site.on(
                "*",
                (head, out) ->
                        says(302, "", "Location: /r" + count.incrementAndGet()).answer(head, out));

        assertThat(fetch("/a").reason()).isEqualTo("more than 5 redirects");
        assertThat(site.pageHeads()).hasSize(6);
    }

    @Test
    void keepsTheCookieOfARedirectToItself() {
        site.on("/a", (head, out) -> {
            boolean isKnown = head.contains("Cookie: CT6T=7f");
            (isKnown ? says(200, ARTICLE) : says(302, "", "Location: /a", "Set-Cookie: CT6T=7f; Path=/; HttpOnly"))
                    .answer(head, out);
        });
        Fetcher fetcher = fetcher(settings());

        assertThat(fetcher.fetch(request("/a")).state()).isEqualTo("fetched");
        assertThat(fetcher.fetch(request("/a")).state()).isEqualTo("fetched");
        assertThat(site.pageHeads()).hasSize(3);
        assertThat(fetcher(settings()).fetch(request("/a")).trace().attempts()).isEqualTo(2);
    }

    @Test
    void takesARedirectToItselfForAWallWhereTheCookieDoesNotHelp() {
        AtomicInteger count = new AtomicInteger();
        site.on(
                "/a",
                (head, out) -> says(302, "", "Location: /a", "Set-Cookie: t=" + count.incrementAndGet())
                        .answer(head, out));

        assertThat(fetch("/a"))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly("blocked", "redirects in a circle");
        assertThat(site.pageHeads()).hasSize(2);
    }

    @Test
    void keepsCookiesFromOtherHosts() throws IOException {
        site.on("/a", says(200, ARTICLE, "Set-Cookie: secret=1; Domain=127.0.0.1"));
        try (HostileSite other = new HostileSite()) {
            other.on("/b", says(200, ARTICLE));
            Fetcher fetcher = fetcher(settings());
            fetcher.fetch(request("/a"));
            fetcher.fetch(request(other.url("/b"), Kind.DOCUMENT));

            assertThat(other.pageHeads()).singleElement().asString().doesNotContain("Cookie");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            412 | <script>var _0x=1</script>                                            | blocked  | status 412
            202 | <script>eval(1)</script>                                              | blocked  | status 202
            521 | <script>x</script>                                                    | blocked  | status 521
            200 | <script>document.cookie="C3VK=ab12; max-age=300";location.reload()</script> | blocked | script sets a cookie
            200 | <html><body><p>请完成验证</p></body></html>                            | blocked  | captcha
            200 | <form><input name=u><input type="password" name=p>登录</form>          | blocked  | login
            200 | <meta http-equiv="refresh" content="0;URL=../">                       | soft_404 | meta refresh
            200 | <html><body><h1>404 Not Found</h1></body></html>                      | soft_404 | page says not found
            404 | <html>not here</html>                                                 | gone     | status 404
            410 | gone                                                                  | gone     | status 410
            204 |                                                                       | failed   | status 204
            """)
    void namesWhatIsSentInPlaceOfAPage(int status, String body, String state, String reason) {
        site.on("/a", says(status, Optional.ofNullable(body).orElse("")));

        FetchResult result = fetch("/a");

        assertThat(result).extracting(FetchResult::state, FetchResult::reason).containsExactly(state, reason);
        assertThat(result.trace().attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login.html?from=/a", "/sso/authorize", "/user/login", "/cas/login"})
    void takesARedirectToALoginForAWall(String login) {
        site.on("/a", says(302, "", "Location: " + login)).on("*", says(200, ARTICLE));

        assertThat(fetch("/a"))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly("blocked", "redirected to a login");
        assertThat(site.pageHeads()).hasSize(1);
    }

    @Test
    void knowsTheListingThatIsSentInPlaceOfAnArticle() {
        String index =
                "<html><body><ul>" + "<li><a href='/a'>清禾县2023年法治政府建设年度报告</a></li>".repeat(30) + "</ul></body></html>";
        site.on("*", says(200, index));
        Fetcher fetcher = fetcher(settings());
        fetcher.fetch(request(site.url("/list/"), Kind.LISTING));

        assertThat(fetcher.fetch(request("/a")))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly("soft_404", "index page in place of the article");
    }

    @Test
    void knowsAFrontPageByTheNationalStandardsMetaElements() {
        String page = "<html><head><title>清禾县人民政府</title><meta name=\"SiteName\" content=\"清禾县人民政府\">%s</head><body>"
                + "新闻".repeat(3000) + "</body></html>";
        site.on("/front", says(200, page.formatted("")))
                .on("/article", says(200, page.formatted("<meta name='ArticleTitle' content='报告'>")));

        assertThat(fetch("/front").state()).isEqualTo("soft_404");
        assertThat(fetch("/article").state()).isEqualTo("fetched");
    }

    @Test
    void stopsAGzipBombAndAnEncodingItDidNotAskFor() throws IOException {
        site.on("/bomb", sends(200, gzip(new byte[12 << 20]), "Content-Encoding: gzip"))
                .on("/br", sends(200, new byte[] {0x0b, 2, -128, 3}, "Content-Encoding: br"));

        assertThat(fetch("/bomb").state()).isEqualTo("too_large");
        assertThat(fetch("/br"))
                .extracting(FetchResult::state, FetchResult::reason)
                .containsExactly("failed", "content encoding br");
        assertThat(site.pageHeads()).allMatch(head -> head.contains("Accept-Encoding: gzip\r\n"));
    }

    @Test
    void doesNotBelieveTheLength() {
        byte[] article = ARTICLE.getBytes(StandardCharsets.UTF_8);
        site.on("/more", (head, out) -> {
            out.write(head(200, "Content-Length: " + (article.length + 500)));
            out.write(article);
        });
        site.on("/negative", says(200, ARTICLE, "Content-Length: -5"));
        site.on("/huge", (head, out) -> {
            out.write(head(200, "Content-Length: 9000000000000000000"));
            out.write(article);
        });

        assertThat(fetch("/more").state()).isEqualTo("truncated");
        assertThat(fetch("/negative").state()).isEqualTo("failed");
        assertThat(fetch("/huge").state()).isEqualTo("truncated");
    }

    @Test
    void doesNotBelieveTheCharset() {
        byte[] gbk = ARTICLE.getBytes(Charset.forName("GB18030"));
        site.on("/utf8", sends(200, ARTICLE.getBytes(StandardCharsets.UTF_8), "Content-Type: text/html; charset=gbk"))
                .on("/gbk", sends(200, gbk, "Content-Type: text/html; charset=utf-8"))
                .on("/none", sends(200, gbk, "Content-Type: text/html; charset=x-no-such"));

        for (String path : List.of("/utf8", "/gbk", "/none")) {
            assertThat(((Fetched) fetch(path)).text().text()).isEqualTo(ARTICLE);
        }
    }

    @Test
    void goesOnWhereAHostComesBack() throws IOException {
        site.on("/a", says(200, ARTICLE));
        Fetcher fetcher = fetcher(settings());
        assertThat(fetcher.fetch(request("/a")).state()).isEqualTo("fetched");
        int port = site.port();
        URI page = site.url("/a");
        site.close();
        FetchResult away = fetcher.fetch(request(page, Kind.DOCUMENT));
        site = new HostileSite("127.0.0.1", port);
        site.on("/a", says(200, ARTICLE));

        assertThat(away)
                .isInstanceOfSatisfying(
                        FetchResult.Failed.class,
                        failed -> assertThat(failed.isPassing()).isTrue());
        assertThat(fetcher.fetch(request(page, Kind.DOCUMENT)).state()).isEqualTo("fetched");
    }

    @Test
    void bringsAPageThatIsSentAtTheThirdAttempt() {
        AtomicInteger count = new AtomicInteger();
        site.on("/a", (head, out) -> {
            if (count.incrementAndGet() > 2) {
                says(200, ARTICLE).answer(head, out);
            }
        });

        FetchResult result = fetch("/a");

        assertThat(result.state()).isEqualTo("fetched");
        assertThat(result.trace().attempts()).isEqualTo(3);
    }

    @Test
    void endsAListingWithoutAnEnd() {
        AtomicInteger count = new AtomicInteger();
        site.on("*", (head, out) -> {
            int number = count.incrementAndGet();
            says(
                            200,
                            "<ul><li><a href='/d" + number + ".html'>清禾县第" + number
                                    + "办2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul><a href='/p" + number
                                    + "'>下一页</a>")
                    .answer(head, out);
        });

        List<JudgedLink> links = walk("/list");

        assertThat(links).hasSize(ListingWalk.MOST_PAGES);
        assertThat(site.pageHeads()).hasSize(ListingWalk.MOST_PAGES);
    }

    @Test
    void listsADocumentOfTwoColumnsOnce() {
        String rows = "<ul><li><a href='%s/1.html'>清禾县2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul>";
        site.on(
                        "/list",
                        says(
                                200,
                                rows.formatted("/a") + rows.formatted("http://127.0.0.1:" + site.port() + "/a")
                                        + "<a href='/list2'>下一页</a>"))
                .on("/list2", says(200, rows.formatted("/b/../a")));

        assertThat(walk("/list")).extracting(link -> link.link().url()).containsExactly(site.url("/a/1.html"));
    }

    /** 127.0.0.2 plays the public internet here, so that a redirect from there is a real one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/b",
                "http://localhost:PORT/b",
                "http://[::1]:PORT/b",
                "http://[::ffff:127.0.0.1]:PORT/b",
                "http://10.0.0.1:PORT/b",
                "http://[::ffff:10.0.0.1]:PORT/b",
                "http://169.254.169.254:PORT/b",
                "http://169.254.169.254/latest/meta-data/",
                "http://192.168.1.1:PORT/b",
                "http://2130706433:PORT/b",
                "http://inside.qinghe.example:PORT/b",
                "ftp://127.0.0.2:PORT/b",
                "file:///etc/passwd",
                "http://127.0.0.2:6379/"
            })
    void isNotLedFromAPublicHostToAPrivateAddress(String target) throws IOException {
        try (HostileSite outside = new HostileSite("127.0.0.2", 0);
                HostileSite inside = new HostileSite("127.0.0.1", outside.port())) {
            inside.on("*", says(200, ARTICLE));
            String location = target.replace("PORT", Integer.toString(inside.port()));
            outside.on("/a", says(302, "", "Location: " + location));

            FetchResult result = publicFetcher(HostileSiteTest::named).fetch(publicRequest(outside.url("/a")));

            assertThat(result.state()).isEqualTo("unsafe");
            assertThat(outside.pageHeads()).hasSize(1);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void makesNoConnectionForANameThatResolvesAnewToAPrivateAddress(int publicAnswers) throws IOException {
        try (HostileSite outside = new HostileSite("127.0.0.2", 0);
                HostileSite inside = new HostileSite("127.0.0.1", outside.port())) {
            inside.on("*", says(200, ARTICLE));
            outside.on("*", says(200, ARTICLE));
            AtomicInteger answers = new AtomicInteger();
            HostResolver rebinding = host -> List.of(InetAddress.getByAddress(host, new byte[] {
                127, 0, 0, (byte) (answers.getAndIncrement() < publicAnswers ? 2 : 1)
            }));

            FetchResult result = publicFetcher(rebinding)
                    .fetch(publicRequest(URI.create("http://rebind.qinghe.example:" + outside.port() + "/a")));

            assertThat(result.state()).isEqualTo("unsafe");
            assertThat(result.reason()).isEqualTo("address 127.0.0.1");
            assertThat(inside.connections()).isZero();
        }
    }

    private static List<InetAddress> named(String host) throws UnknownHostException {
        return host.equals("inside.qinghe.example")
                ? List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}))
                : List.of(InetAddress.getAllByName(host));
    }

    private Fetcher publicFetcher(HostResolver resolver) {
        AddressGuard guard = new AddressGuard(
                resolver, address -> address.getHostAddress().equals("127.0.0.2") || AddressGuard.isPublic(address));
        return new Fetcher(
                settings(),
                RobotsStore.inMemory(),
                new Fetcher.Surroundings(time, time, resolver, new Random(1)),
                guard);
    }

    private static FetchRequest publicRequest(URI url) {
        return new FetchRequest(
                url, Kind.DOCUMENT, Optional.empty(), Optional.empty(), Duration.ZERO, false, Validators.NONE);
    }

    private List<JudgedLink> walk(String path) {
        Source source = source(site.url(path));
        ListingWalk walk = new ListingWalk(source, source.listings().get(0));
        Fetcher fetcher = fetcher(settings());
        List<JudgedLink> links = new ArrayList<>();
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            FetchResult result = fetcher.fetch(ListingCrawl.request(source, next.get()));
            if (result instanceof Fetched fetched) {
                links.addAll(walk.accept(new ListingResponse(
                        next.get(), fetched.trace().finalUrl(), fetched.text().text())));
            } else {
                walk.miss();
            }
        }
        assertThat(links).allMatch(link -> link.verdict() instanceof Verdict.Taken);
        return links;
    }

    private static Source source(URI listing) {
        return QingheSource.onLoopback(listing);
    }

    private FetchResult fetch(String path) {
        return fetcher(settings()).fetch(request(path));
    }

    private FetchRequest request(String path) {
        return request(site.url(path), Kind.DOCUMENT);
    }

    private static FetchRequest request(URI url, Kind kind) {
        return new FetchRequest(
                url, kind, Optional.empty(), Optional.empty(), Duration.ofSeconds(1), true, Validators.NONE);
    }

    private Fetcher fetcher(FetchSettings settings) {
        return new Fetcher(
                settings,
                RobotsStore.inMemory(),
                new Fetcher.Surroundings(time, time, HostResolver.system(), new Random(1)));
    }

    private static FetchSettings settings() {
        return FetchSettings.of(Optional.empty()).withTimeout(LIMIT);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        }
        return zipped.toByteArray();
    }
}
