package org.fazhi.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.FetchSettings;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.RobotsStore;
import org.fazhi.harvest.fetch.Validators;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.LoggerFactory;

/**
 * Five hundred pages of 54 KB from loopback, by ours with the delay off and by a bare loop over java.net.http; one thread
 * and one connection a host each. The servers run in the same process, so that both pay for them alike.
 */
@Floor("bareJavaNetHttp")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(CrawlBenchmark.PAGES)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms512m", "-Xmx512m", "-Dsun.net.httpserver.nodelay=true"})
public class CrawlBenchmark {

    static final int PAGES = 500;
    private static final int PAGE_BYTES = 54 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Param({"1", "8"})
    public int hosts;

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<List<URI>> pagesByHost = new ArrayList<>();
    private final HttpClient bare =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Fetcher fetcher = new Fetcher(
            FetchSettings.of(Optional.empty()), RobotsStore.inMemory(), Fetcher.Surroundings.real(Clock.systemUTC()));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Setup
    public void serve() throws IOException {
        // As a night does; at its usual level the client writes down every byte.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        String line = "<p style=\"text-indent:2em\">清禾县扎实推进法治政府建设，全年受理行政复议案件37件。</p>\n";
        byte[] body = ("<html><head><meta charset=\"utf-8\"><title>报告</title></head><body>"
                        + line.repeat(PAGE_BYTES / line.getBytes(StandardCharsets.UTF_8).length)
                        + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
        for (int host = 0; host < hosts; host++) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                boolean isPage = exchange.getRequestURI().getPath().startsWith("/p/");
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(isPage ? 200 : 404, isPage ? body.length : -1);
                if (isPage) {
                    exchange.getResponseBody().write(body);
                }
                exchange.close();
            });
            server.start();
            servers.add(server);
            pagesByHost.add(new ArrayList<>());
        }
        for (int page = 0; page < PAGES; page++) {
            int port = servers.get(page % hosts).getAddress().getPort();
            pagesByHost.get(page % hosts).add(URI.create("http://127.0.0.1:" + port + "/p/" + page + ".html"));
        }
    }

    @TearDown
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    @Benchmark
    public long bareJavaNetHttp() throws Exception {
        return crawl(page -> {
            try {
                HttpRequest request =
                        HttpRequest.newBuilder(page).timeout(LONGEST).build();
                return bare.send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body()
                        .length;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(page + ": expected a page", e);
            }
        });
    }

    @Benchmark
    public long fetchedByFazhi() throws Exception {
        return crawl(page -> {
            FetchResult result = fetcher.fetch(new FetchRequest(
                    page,
                    FetchRequest.Kind.DOCUMENT,
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ZERO,
                    true,
                    Validators.NONE));
            return ((FetchResult.Fetched) result).payload().length;
        });
    }

    private long crawl(ToLongFunction<URI> fetch) throws InterruptedException, ExecutionException {
        List<Callable<Long>> loops = pagesByHost.stream()
                .<Callable<Long>>map(
                        pages -> () -> pages.stream().mapToLong(fetch).sum())
                .toList();
        long bytes = 0;
        for (Future<Long> loop : threads.invokeAll(loops)) {
            bytes += loop.get();
        }
        return bytes;
    }
}
