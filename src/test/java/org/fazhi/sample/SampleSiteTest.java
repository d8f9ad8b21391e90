package org.fazhi.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSiteTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final SampleTruth TRUTH = SampleTruth.read();
    private static final Pattern ARTICLE_LINK = Pattern.compile("href=\"([^\"]*(?:/t\\d{8}_|/art_|/info/)[^\"]*)\"");

    private static SampleSite site;

    @BeforeAll
    static void start() {
        site = SampleSite.startOnFreePorts();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void answersNotModifiedToItsOwnValidators() throws Exception {
        URI page = site.base(Family.TRS).resolve("qichuan/zfb/fzzf/index.html");
        HttpResponse<byte[]> first = get(page);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(status(page, "If-None-Match", etag)).isEqualTo(304);
        assertThat(status(page, "If-Modified-Since", modified)).isEqualTo(304);
        assertThat(status(page, "If-Modified-Since", "not a date")).isEqualTo(200);
        assertThat(status(page, "If-None-Match", "\"other\"", "If-Modified-Since", modified))
                .isEqualTo(200);
    }

    @Test
    void logsWhatItWasAsked() throws Exception {
        URI page = site.base(Family.VSB).resolve("luting/zf/fzzfjs.htm?logged");
        status(page, "If-None-Match", "\"other\"");

        assertThat(site.log())
                .filteredOn(request -> request.target().endsWith("?logged"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.family()).isEqualTo(Family.VSB);
                    assertThat(request.method()).isEqualTo("GET");
                    assertThat(request.conditional()).isTrue();
                    assertThat(request.status()).isEqualTo(200);
                });
    }

    @Test
    void leadsFromEachSourceToEveryReportAndLookAlikeOnce(@TempDir Path jobs) throws Exception {
        site.writeJobs(Path.of("jobs/sample"), jobs);
        List<Path> sources;
        try (Stream<Path> files = Files.list(jobs)) {
            sources =
                    files.filter(file -> !file.endsWith("nightly.yml")).sorted().toList();
        }
        assertThat(sources).hasSize(24);
        for (Path source : sources) {
            String yaml = Files.readString(source);
            String id = group(yaml, "id: (\\S+)");
            Body body = body(id);
            assertThat(yaml)
                    .contains("publisher: " + body.publisher() + "\n")
                    .contains("region: " + body.regionCode() + "\n")
                    .contains("issuer_kind: " + body.issuerKind() + "\n");
            List<String> expected = Stream.concat(
                            TRUTH.coverage().stream()
                                    .filter(row -> row.sourceId().equals(id))
                                    .flatMap(row -> row.path().stream()),
                            TRUTH.lookAlikes().stream()
                                    .filter(row -> row.sourceId().equals(id))
                                    .map(SampleTruth.LookAlike::path))
                    .toList();

            assertThat(linked(URI.create(group(yaml, "url: (\\S+)"))))
                    .as(id)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void putsLookAlikesOfEveryKindIntoTheLists() {
        assertThat(TRUTH.lookAlikes())
                .extracting(SampleTruth.LookAlike::kind)
                .contains("plan", "explanation", "openness", "notice", "news", "earlier");
        assertThat(TRUTH.lookAlikes()).hasSizeGreaterThan(250);
    }

    @Test
    void answersEachStateAsItsName() throws Exception {
        assertThat(get(pathOf("gone")).statusCode()).isEqualTo(404);
        assertThat(get(pathOf("blocked")).statusCode()).isEqualTo(412);
        HttpResponse<byte[]> stub = get(pathOf("soft_404"));
        assertThat(stub.statusCode()).isEqualTo(200);
        assertThat(new String(stub.body(), StandardCharsets.US_ASCII)).contains("http-equiv=\"refresh\"");
        HttpResponse<byte[]> moved = get(pathOf("redirected"));
        assertThat(moved.statusCode()).isEqualTo(301);
        URI now = pathOf("redirected")
                .resolve(moved.headers().firstValue("Location").orElseThrow());
        assertThat(get(now).statusCode()).isEqualTo(200);
        String robots = new String(get(pathOf("denied").resolve("/robots.txt")).body(), StandardCharsets.US_ASCII);
        assertThat(robots).contains("Disallow: " + pathOf("denied").getPath());
    }

    @Test
    void cutsRecordsInGroupsForGetAndPost() throws Exception {
        URI proxy = site.base(Family.HANWEB).resolve(Dataproxy.PATH.substring(1));
        int column = FactTable.read().bodies().stream()
                .filter(body -> body.family() == Family.HANWEB)
                .findFirst()
                .orElseThrow()
                .column();
        String query = "startrecord=7&endrecord=9&perpage=3&columnid=" + column;
        byte[] got = get(URI.create(proxy + "?" + query)).body();
        byte[] posted = CLIENT.send(
                        HttpRequest.newBuilder(proxy)
                                .POST(BodyPublishers.ofString(query))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();

        assertThat(new String(got, StandardCharsets.UTF_8).split("<record>", -1))
                .hasSize(4);
        assertThat(posted).isEqualTo(got);
        assertThat(new String(
                        get(URI.create(proxy + "?startrecord=900&endrecord=910&columnid=" + column))
                                .body(),
                        StandardCharsets.UTF_8))
                .doesNotContain("<record>");
    }

    @Test
    void holdsAnAnswerAtTheGate() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        site.setGate((family, target) -> {
            if (target.endsWith("?held")) {
                arrived.countDown();
                released.await();
            }
        });
        HttpRequest request = HttpRequest.newBuilder(site.base(Family.TRS).resolve("robots.txt?held"))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = CLIENT.sendAsync(request, BodyHandlers.discarding());

        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(answer).isNotDone();
        released.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        site.setGate(SampleSite.Gate.OPEN);
    }

    @Test
    void namesPortAndRemedyWhereThePortIsTaken() throws Exception {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        Optional<ServerSocket> holder = hold(loopback, Family.TRS.port());
        try {
            assertThatThrownBy(SampleSite::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port 47101")
                    .hasMessageContaining("end the program that holds it");
        } finally {
            if (holder.isPresent()) {
                holder.get().close();
            }
        }
    }

    /** Empty where another program holds the port already, which is as good here. */
    private static Optional<ServerSocket> hold(InetAddress address, int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, address));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Walks a column as a reader would: the pager's script, the records' proxy, or the link to the next page. */
    private static List<String> linked(URI column) throws Exception {
        List<String> paths = new ArrayList<>();
        Optional<URI> next = Optional.of(column);
        for (int page = 0; next.isPresent() && page < 20; page++) {
            URI at = next.get();
            HttpResponse<byte[]> response = get(at);
            assertThat(response.statusCode()).as(at.toString()).isEqualTo(200);
            boolean isVsb = at.getPort() == site.base(Family.VSB).getPort();
            String html = new String(response.body(), isVsb ? Charset.forName("GB18030") : StandardCharsets.UTF_8);
            Matcher links = ARTICLE_LINK.matcher(html);
            while (links.find()) {
                paths.add(at.resolve(links.group(1)).getPath());
            }
            next = nextPage(column, at, html, page);
        }
        return paths;
    }

    private static Optional<URI> nextPage(URI column, URI at, String html, int page) {
        Matcher script = Pattern.compile("createPageHTML\\((\\d+), (\\d+),").matcher(html);
        if (script.find()) {
            return page + 1 < Integer.parseInt(script.group(1))
                    ? Optional.of(column.resolve("index_" + (page + 1) + ".html"))
                    : Optional.empty();
        }
        Matcher proxy = Pattern.compile("columnid:(\\d+)").matcher(html);
        if (proxy.find()) {
            return Optional.of(column.resolve(
                    Dataproxy.PATH + "?startrecord=7&endrecord=99&perpage=3&columnid=" + proxy.group(1)));
        }
        Matcher link = Pattern.compile("<a href=\"([^\"]+)\">下一页</a>").matcher(html);
        return link.find() ? Optional.of(at.resolve(link.group(1))) : Optional.empty();
    }

    private static URI pathOf(String state) {
        SampleTruth.Coverage row = TRUTH.coverage().stream()
                .filter(candidate -> candidate.state().equals(state))
                .findFirst()
                .orElseThrow();
        return site.base(body(row.sourceId()).family()).resolve(row.path().orElseThrow());
    }

    private static Body body(String sourceId) {
        return FactTable.read().bodies().stream()
                .filter(body -> body.sourceId().equals(sourceId))
                .findFirst()
                .orElseThrow();
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static int status(URI page, String... headers) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(page).headers(headers).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<byte[]> get(URI page) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
    }
}
