package org.fazhi.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.source.SourceRegistry;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.sample.LoggedRequest;
import org.fazhi.sample.SampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsEverySourceAlsoBeforeTheFirstNight() {
        int code = run(
                "sources",
                "--jobs",
                "jobs/sample",
                "--home",
                folder.resolve("home").toString());

        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("24 sources in jobs/sample; no night yet")
                .contains("baixi-government")
                .contains("not tried yet");
    }

    @Test
    void triesAListingAndWritesNothing() throws IOException {
        Path jobs = Files.createDirectory(folder.resolve("jobs"));
        try (SampleSite site = SampleSite.startOnFreePorts()) {
            site.writeJobs(Path.of("jobs/sample"), jobs);
            Source source = SourceRegistry.read(jobs).sources().get(0);

            int code = run("sources", "test", source.listings().get(0).url().toString(), "--jobs", jobs.toString());

            assertThat(err.toString()).isEmpty();
            assertThat(code).isZero();
            assertThat(out.toString())
                    .containsPattern("dialect  (?:trs|hanweb_jpage|vsb|plain)")
                    .containsPattern("pages    \\d+, ended as complete")
                    .containsPattern("taken    [1-9]")
                    .containsPattern("rejected [1-9]")
                    .contains("information_disclosure");
            assertThat(site.log()).extracting(LoggedRequest::target).contains("/robots.txt");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(jobs);
        }
    }

    /** Whoever tries a listing is to learn that its years could not be missing, only unseen. */
    @Test
    void endsOtherwiseWhereTheListingWasNotReadToItsEnd() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = ("<ul><li><a href=\"1.html\">清禾县2023年法治政府建设年度报告</a><span>2024-01-05</span></li></ul>"
                        + "<button>加载更多</button>")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean isThere = exchange.getRequestURI().getPath().equals("/list.html");
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(isThere ? 200 : 404, isThere ? page.length : -1);
                if (isThere) {
                    exchange.getResponseBody().write(page);
                }
            }
        });
        server.start();
        try {
            String site = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThat(run("sources", "test", site + "/list.html", "--allow-private"))
                    .isEqualTo(ExitCode.NIGHT_FAILED);
            assertThat(out.toString())
                    .contains("ended as pager_unknown")
                    .contains("unseen, not missing")
                    .contains(WalkEnd.PAGER_UNKNOWN.remedy());
            assertThat(run("sources", "test", site + "/gone.html", "--allow-private"))
                    .isEqualTo(ExitCode.NIGHT_FAILED);
            assertThat(out.toString()).contains("pages    0, ended as gone");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesWhatIsNoAddressAndNoDialect() {
        assertThat(run("sources", "test", "file:///etc/passwd")).isEqualTo(ExitCode.USAGE);
        assertThat(run("sources", "test", "http://www.qinghe.example/", "--cms", "drupal"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("expected an http or https address").contains("got drupal");
    }

    private int run(String... args) {
        return Fazhi.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
