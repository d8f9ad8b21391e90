package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.fazhi.harvest.fetch.FetchRequest.Kind;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.fetch.FetchResult.Truncated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that breaks off is never a page (RFC 9112 §8); one that ends with its connection and states no length is. */
@Timeout(30)
class TruncatedBodyTest {

    private static final String ARTICLE = "<html><body><p>" + "清禾县法治政府建设年度报告。".repeat(40) + "</p></body></html>";
    private static final byte[] BYTES = ARTICLE.getBytes(StandardCharsets.UTF_8);
    private static final byte[] HALF = Arrays.copyOf(BYTES, BYTES.length / 2);

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

    /** The ways to break off, each the head's lines and the body. */
    private enum Cut {
        SHORTER_THAN_ITS_LENGTH("Content-Length: " + BYTES.length, HALF),
        NO_LAST_CHUNK("Transfer-Encoding: chunked", chunk(HALF)),
        NO_END_OF_A_CHUNK("Transfer-Encoding: chunked", Arrays.copyOf(chunk(BYTES), 300)),
        NO_SIZE_OF_A_CHUNK(
                "Transfer-Encoding: chunked", join(chunk(HALF), "zz\r\n".getBytes(StandardCharsets.US_ASCII))),
        ENCODED_SHORTER_THAN_ITS_LENGTH(
                "Content-Encoding: gzip\r\nContent-Length: " + gzip(BYTES).length, Arrays.copyOf(gzip(BYTES), 60)),
        GZIP_ENDS_EARLY("Content-Encoding: gzip\r\nContent-Length: 60", Arrays.copyOf(gzip(BYTES), 60)),
        GZIP_WITHOUT_ITS_TRAILER("Content-Encoding: gzip\r\nX: 1", Arrays.copyOf(gzip(BYTES), gzip(BYTES).length - 8)),
        GZIP_ENDS_EARLY_IN_WHOLE_CHUNKS(
                "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", chunks(Arrays.copyOf(gzip(BYTES), 60))),
        UNLABELLED_GZIP_ENDS_EARLY("Content-Length: 60", Arrays.copyOf(gzip(BYTES), 60));

        private final String lines;
        private final byte[] body;

        Cut(String lines, byte[] body) {
            this.lines = lines;
            this.body = body;
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesABodyThatBreaksOffAndTriesItThrice(Cut cut) {
        site.on("/a", answer("HTTP/1.1", cut.lines, cut.body));

        FetchResult result = fetch();

        assertThat(result).isInstanceOf(Truncated.class);
        assertThat(result.state()).isEqualTo("truncated");
        assertThat(result.reason()).startsWith("expected a whole ").contains(", got ");
        assertThat(result.trace().attempts()).isEqualTo(3);
        assertThat(result.trace().status()).hasValue(200);
        assertThat(time.pauses()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void takesThePageWhereTheNextAttemptBringsTheWhole(Cut cut) {
        AtomicInteger attempts = new AtomicInteger();
        site.on("/a", (head, out) -> {
            boolean isFirst = attempts.incrementAndGet() == 1;
            (isFirst ? answer("HTTP/1.1", cut.lines, cut.body) : HostileSite.says(200, ARTICLE)).answer(head, out);
        });

        FetchResult result = fetch();

        assertThat(((Fetched) result).payload()).isEqualTo(BYTES);
        assertThat(result.trace().attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
    void takesABodyThatEndsWithItsConnectionAsWhole(String version) {
        site.on("/a", answer(version, "X: 1", BYTES));

        assertThat(((Fetched) fetch()).payload()).isEqualTo(BYTES);
    }

    private static final String ROW = "<li><a href='/1.html'>清禾县2023年法治政府建设年度报告</a><span>2024-01-05</span></li>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><ul>" + ROW,
                "<html><body><ul>" + ROW + "</ul><div>",
                "<html><body><ul>" + ROW + "</ul><a hre",
                "<ul>" + ROW + "<li><a href='/2.html'>清禾县</a></li>",
                "<ul>" + ROW + "</ul><ul>",
                "<table><tr><td>清禾县</td></tr>",
                "{\"data\":{\"results\":[{\"title\":\"清禾县}]}\\\"\",\"url\":\"/1.html\"}",
                "[{\"title\":\"清禾县",
                "<?xml version='1.0'?><urlset><url><loc>http://www.qinghe.gov.cn/1.html</loc><lastmod>2024-01-05"
            })
    void takesNoListingThatEndsWithItsConnectionBeforeItIsClosed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        site.on("/a", answer("HTTP/1.1", "X: 1", bytes));
        assertThat(fetch(Kind.LISTING)).isInstanceOf(Truncated.class);

        site.on("/a", answer("HTTP/1.1", "Content-Length: " + bytes.length, bytes));
        assertThat(fetch(Kind.LISTING)).as("of its whole length").isInstanceOf(Fetched.class);
        site.on("/a", answer("HTTP/1.1", "Transfer-Encoding: chunked", chunks(bytes)));
        assertThat(fetch(Kind.LISTING)).as("in whole chunks").isInstanceOf(Fetched.class);
        site.on("/a", answer("HTTP/1.1", "X: 1", bytes));
        assertThat(fetch(Kind.DOCUMENT)).as("a page of its own").isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><ul>" + ROW + "</ul></body></html>",
                "<html><body><ul>" + ROW + "</ul></body>",
                "<html><body><ul>" + ROW + "</HTML >\n<!-- made in 12 ms -->",
                "<ul>" + ROW + "</ul>",
                "<div>3 < 5</div>",
                "{\"data\":{\"results\":[{\"title\":\"清禾县[{\\\"\"}]}}",
                "<?xml version='1.0'?><urlset><url><loc>http://www.qinghe.gov.cn/1.html</loc></url></urlset>"
            })
    void takesAListingThatIsClosedThoughItStatesNoLength(String text) {
        site.on("/a", answer("HTTP/1.1", "X: 1", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(fetch(Kind.LISTING)).isInstanceOf(Fetched.class);
    }

    @Test
    void countsTheEncodedBytes() {
        byte[] zipped = gzip(BYTES);
        site.on("/a", answer("HTTP/1.1", "Content-Encoding: gzip\r\nContent-Length: " + zipped.length, zipped));

        assertThat(((Fetched) fetch()).payload()).isEqualTo(BYTES);
    }

    @Test
    void takesWholeChunks() {
        site.on("/a", answer("HTTP/1.1", "Transfer-Encoding: chunked", chunks(BYTES)));

        assertThat(((Fetched) fetch()).payload()).isEqualTo(BYTES);
    }

    @Test
    void leavesAnErrorPageThatBreaksOffAFailure() {
        site.on("/a", (head, out) -> {
            out.write(HostileSite.head(500, "Content-Length: 900"));
            out.write(HALF, 0, 100);
        });

        assertThat(fetch().state()).isEqualTo("failed");
    }

    @Test
    void asksForNothingWhereTheRobotsRulesBreakOff() {
        byte[] rules = gzip("User-agent: *\nDisallow: /a\n".getBytes(StandardCharsets.US_ASCII));
        site.on("/a", HostileSite.says(200, ARTICLE));
        for (HostileSite.Behaviour cut : List.of(
                answer("HTTP/1.1", "Content-Length: 900", "User-agent: *\n".getBytes(StandardCharsets.US_ASCII)),
                answer("HTTP/1.1", "Content-Encoding: gzip", Arrays.copyOf(rules, rules.length - 9)))) {
            site.on("/robots.txt", cut);

            assertThat(fetch().reason()).startsWith("robots.txt unreachable");
        }
        site.on("/robots.txt", answer("HTTP/1.1", "Content-Length: 900", HALF));
        assertThat(fetch().trace().robots())
                .singleElement()
                .extracting(RobotsFetch::state)
                .isEqualTo("truncated");
        assertThat(site.pageHeads()).isEmpty();
    }

    private FetchResult fetch() {
        return fetch(Kind.DOCUMENT);
    }

    private FetchResult fetch(Kind kind) {
        Fetcher fetcher = new Fetcher(
                FetchSettings.of(Optional.empty()).withTimeout(Duration.ofSeconds(5)),
                RobotsStore.inMemory(),
                new Fetcher.Surroundings(time, time, HostResolver.system(), new Random(1)));
        return fetcher.fetch(new FetchRequest(
                site.url("/a"), kind, Optional.empty(), Optional.empty(), Duration.ZERO, true, Validators.NONE));
    }

    private static HostileSite.Behaviour answer(String version, String lines, byte[] body) {
        return (head, out) -> {
            out.write((version + " 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + lines
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        };
    }

    private static byte[] chunk(byte[] bytes) {
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return join(join(size, bytes), "\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] chunks(byte[] bytes) {
        return join(chunk(bytes), "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
