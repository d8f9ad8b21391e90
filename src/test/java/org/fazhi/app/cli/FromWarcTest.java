package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.fazhi.sample.Family;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** The sample's pages out of WARC files that another crawler could have written, beside a night over the network. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromWarcTest {

    private static final Instant CRAWLED = Instant.parse("2026-10-01T03:00:00Z");
    private static final String FOREIGN = "<html><body><p>" + "与本县无关的一页。".repeat(40) + "</p></body></html>";

    @TempDir
    static Path folder;

    private static SampleHouse house;
    private static Path network;
    private static Path home;
    private static Path warc;

    @BeforeAll
    static void harvestOverTheNetworkAndCloseTheSite() throws Exception {
        house = new SampleHouse(folder);
        network = folder.resolve("network");
        home = folder.resolve("home");
        warc = folder.resolve("crawl.warc.gz");
        assertThat(harvest(network).exitCode()).isZero();
        writeWarc();
        house.close();
        house.clearLog();
    }

    @AfterAll
    static void closeTheSite() {
        house.close();
    }

    @Test
    @Order(1)
    void findsTheFactsThatANightOverTheNetworkFinds() throws Exception {
        CommandRun run = harvest(home, warc);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("crawl.warc.gz: ", "of no source: 2 www.elsewhere.example")
                .contains("of no listing: 1 pages of the sources' sites, such as "
                        + house.url(Family.values()[0], "/unlisted/1.html"));
        // A page that robots.txt denied was not fetched, so that no file of a crawler that obeys has it.
        long denied = PublishedMarts.count(network, "fact_link WHERE state = 'denied'");
        assertThat(denied).isEqualTo(1);
        for (String prefix : List.of("fact_", "mart_", "dim_")) {
            List<PublishedMarts.Difference> differences = PublishedMarts.compare(network, home, prefix);
            assertThat(differences).isNotEmpty().allSatisfy(table -> {
                boolean countsDenied =
                        Set.of("fact_link", "fact_coverage", "mart_coverage").contains(table.mart());
                assertThat(table.onlyInFirst()).as(table.toString()).isEqualTo(countsDenied ? denied : 0);
                assertThat(table.onlyInSecond()).as(table.toString()).isEqualTo(countsDenied ? denied : 0);
            });
        }
        assertThat(PublishedMarts.compare(network, home, "fact_figure")).allMatch(table -> table.rows() > 500);
    }

    @Test
    @Order(2)
    void changesNothingWhenTheSameFileComesAgain() throws IOException {
        byte[] release = Files.readAllBytes(home.resolve("fazhi.duckdb"));
        long archived = sizeOf(home.resolve("archive"));

        CommandRun run = harvest(home, warc);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("nothing new");
        assertThat(Files.readAllBytes(home.resolve("fazhi.duckdb"))).isEqualTo(release);
        assertThat(sizeOf(home.resolve("archive"))).isEqualTo(archived);
    }

    @Test
    @Order(2)
    void takesWhatIsReadableOfADamagedFile() throws Exception {
        byte[] whole = Files.readAllBytes(warc);
        Path cut = Files.write(folder.resolve("cut.warc.gz"), Arrays.copyOf(whole, whole.length * 2 / 3));
        Path partly = folder.resolve("partly");

        CommandRun run = harvest(partly, cut);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("damaged: cut.warc.gz@").doesNotContain("got null");
        assertThat(PublishedMarts.compare(network, partly, "fact_figure")).allSatisfy(table -> {
            assertThat(table.onlyInSecond()).isZero();
            assertThat(table.onlyInFirst()).isBetween(1L, table.rows() - 1);
        });
    }

    @Test
    @Order(2)
    void refusesAFileThatIsNotThereBeforeAnythingIsWritten() {
        Path untouched = folder.resolve("untouched");
        CommandRun run = harvest(untouched, folder.resolve("missing.warc"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("missing.warc: expected a WARC file, got nothing of that name");
        assertThat(untouched).doesNotExist();
    }

    /** Nothing at all can be read of these: that is no night without documents, but another file than was meant. */
    @Test
    @Order(2)
    void refusesAFileThatIsBrokenAtItsHeadBeforeAnythingIsWritten() throws IOException {
        byte[] whole = Files.readAllBytes(warc);
        Path noise = Files.write(folder.resolve("noise.warc"), "WARC/1.1 no more".getBytes(StandardCharsets.UTF_8));
        Path head = Files.write(folder.resolve("head.warc.gz"), Arrays.copyOf(whole, 60));
        Path body = Files.writeString(
                folder.resolve("body.warc"),
                "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                        + "WARC-Date: 2026-01-01T00:00:00Z\r\nContent-Length: 90\r\n\r\nsoftware: x");
        Path untouched = folder.resolve("untouched");
        for (Path broken : List.of(noise, head, body)) {
            CommandRun run = harvest(untouched, warc, broken);

            assertThat(run.exitCode()).as(broken + " " + run.err()).isEqualTo(ExitCode.USAGE);
            // How much of a gzip file that is cut so early inflates depends on its bytes.
            String got = broken.equals(head) ? "(?:a first record |gzip of nothing)" : "a first record ";
            assertThat(run.err())
                    .containsPattern(Pattern.quote(broken + ": expected a WARC file, got ") + got)
                    .doesNotContain("null");
            assertThat(untouched).doesNotExist();
        }
    }

    private static CommandRun harvest(Path home, Path... warcs) {
        List<String> args = new java.util.ArrayList<>(
                List.of("harvest", "--jobs", house.jobs().toString(), "--home", home.toString()));
        for (Path file : warcs) {
            args.addAll(List.of("--from-warc", file.toString()));
        }
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static void writeWarc() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<URI> pages = house.log().stream()
                .filter(request -> !request.target().equals("/robots.txt"))
                .map(request -> URI.create(house.url(request.family(), request.target())))
                .distinct()
                .toList();
        try (WarcWriter writer = new WarcWriter(warc)) {
            for (URI page : pages) {
                write(
                        writer,
                        page,
                        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray()));
            }
            write(writer, "http://www.elsewhere.example/1.html");
            write(writer, "http://www.elsewhere.example/2.html");
            write(writer, house.url(Family.values()[0], "/unlisted/1.html"));
        }
    }

    private static void write(WarcWriter writer, URI page, HttpResponse<byte[]> answer) throws IOException {
        org.netpreserve.jwarc.HttpResponse.Builder http =
                new org.netpreserve.jwarc.HttpResponse.Builder(answer.statusCode(), "X");
        answer.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> {
                    if (!name.equalsIgnoreCase("content-type") && !name.equalsIgnoreCase("content-length")) {
                        http.addHeader(name, value);
                    }
                }));
        MediaType type = MediaType.parseLeniently(
                answer.headers().firstValue("content-type").orElse("text/html"));
        writer.write(new WarcResponse.Builder(page)
                .date(CRAWLED)
                .body(http.body(type, answer.body()).build())
                .build());
    }

    private static void write(WarcWriter writer, String page) throws IOException {
        writer.write(new WarcResponse.Builder(page)
                .date(CRAWLED)
                .body(new org.netpreserve.jwarc.HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, FOREIGN.getBytes(StandardCharsets.UTF_8))
                        .build())
                .build());
    }

    private static long sizeOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
