package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.crawl.CrawledListing;
import org.fazhi.harvest.crawl.ListingCrawl;
import org.fazhi.harvest.source.QingheSource;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.MemoryState;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.testing.NeedsShared;
import org.fazhi.testing.Shared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The imitations of real listings in {@code cases/listings/server.py}, over real HTTP: each is read whole, with all its
 * years, or its walk does not say that it was whole.
 */
@NeedsShared
class ListingMechanismsTest {

    private static final int ATTEMPTS = 3;

    private final PassingTime time = new PassingTime();
    private Optional<Process> server = Optional.empty();
    private JsonNode mechanisms = JsonMapper.builder().build().createObjectNode();
    private int port;

    @BeforeEach
    void start() throws IOException {
        assumeThat(hasPython()).as("python3 is there").isTrue();
        for (int attempt = 0; attempt < ATTEMPTS && mechanisms.isEmpty(); attempt++) {
            serve();
        }
        assertThat(mechanisms.size()).isGreaterThan(20);
    }

    /** The port is free when it is looked for; where another took it since, the server prints nothing and ends. */
    private void serve() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "python3", Shared.path("cases/listings/server.py").toString(), Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        server = Optional.of(process);
        StringBuilder printed = new StringBuilder();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.append(line).append('\n');
            if (line.equals("}")) {
                awaitAnswers(process);
                mechanisms = JsonMapper.builder().build().readTree(printed.toString());
                return;
            }
        }
    }

    /** What the server prints comes before it listens. */
    private void awaitAnswers(Process process) {
        boolean answers = false;
        while (!answers && process.isAlive()) {
            try (Socket asked = new Socket(InetAddress.getLoopbackAddress(), port)) {
                answers = asked.isConnected();
            } catch (ConnectException e) {
                Thread.onSpinWait();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @AfterEach
    void stop() {
        server.ifPresent(Process::destroyForcibly);
    }

    private static boolean hasPython() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "python3").canExecute());
    }

    @Test
    void noneIsCalledWholeWithYearsLacking() {
        List<String> untrue = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        mechanisms.properties().forEach(mechanism -> {
            CrawledListing crawled = crawl(mechanism.getValue().get("path").asString());
            Set<Integer> years = crawled.links().stream()
                    // A row that leads to another site is a refusal that is told.
                    .filter(link -> link.isTaken() || link.reason().equals("other_host"))
                    .flatMap(link -> link.reportYear().stream().boxed())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<Integer> wanted = mechanism
                    .getValue()
                    .get("years")
                    .valueStream()
                    .map(JsonNode::asInt)
                    .collect(Collectors.toCollection(TreeSet::new));
            WalkEnd end = crawled.walk().map(WalkLog.Entry::end).orElseThrow();
            if (end.isWhole()) {
                whole.add(mechanism.getKey());
            }
            if (end.isWhole() && !years.containsAll(wanted)) {
                untrue.add(mechanism.getKey() + " ended as " + end.code() + " with " + years + " of " + wanted);
            }
        });

        assertThat(untrue).isEmpty();
        assertThat(whole)
                .as("what is whole stays whole")
                .contains(
                        "A_ucap_channel_meta",
                        "A2_ucap_call_in_page",
                        "B_queryList_post",
                        "D_igs_list",
                        "H_label_isajax",
                        "I_eportal_onclick",
                        "K_base64_pager",
                        "L_js_pager_query",
                        "M_onclick_rows",
                        "P_document_write_rows",
                        "R_laypage",
                        "W_hanweb_script_xml",
                        "X_year_subcolumns",
                        "AA_day_month_dates",
                        "AI_meta_refresh_column",
                        "BD_index_2_second_page",
                        "O_rows_are_files",
                        "Q_base_href",
                        "AC1_302_self_cookie",
                        "AG_gbk_meta",
                        "AG2_gbk_header_utf8",
                        "AG3_gbk_no_label",
                        "AH_gzip_unlabelled",
                        "Y_iframe_list",
                        "BB_ucap_static");
    }

    private CrawledListing crawl(String path) {
        Source source = QingheSource.onLoopback(URI.create("http://127.0.0.1:" + port + path));
        Fetcher fetcher = new Fetcher(
                FetchSettings.of(Optional.empty()),
                RobotsStore.inMemory(),
                new Fetcher.Surroundings(time, time, HostResolver.system(), new Random(1)));
        return new ListingCrawl(fetcher, new ListingPages(MemoryState.create()))
                .crawl(source, source.listings().get(0), "n1");
    }
}
