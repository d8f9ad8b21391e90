package org.fazhi.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manners of the crawler, proved in real time from the log of the server. */
@Tag("slow")
class PolitenessTest {

    private static final byte[] ARTICLE =
            ("<html><body><p>" + "清禾县法治政府建设年度报告。".repeat(40) + "</p></body></html>").getBytes(StandardCharsets.UTF_8);

    private static final long ANSWER_MILLIS = 20;

    /** A request as the server saw it; times in nanoseconds. */
    private record Seen(String path, boolean isConditional, long from, long to) {}

    /** A host that writes down when each answer began and ended. */
    private static final class Host implements AutoCloseable {

        private final HttpServer server;
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final List<Seen> log = new CopyOnWriteArrayList<>();
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        Host(String robots) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                long from = System.nanoTime();
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                String path = exchange.getRequestURI().getPath();
                boolean isConditional = exchange.getRequestHeaders().containsKey("If-None-Match");
                boolean isRobots = path.equals("/robots.txt");
                byte[] body = isRobots ? robots.getBytes(StandardCharsets.UTF_8) : ARTICLE;
                exchange.getResponseHeaders().add("Content-Type", isRobots ? "text/plain" : "text/html; charset=utf-8");
                exchange.getResponseHeaders().add("ETag", "\"v1\"");
                // An answer takes its time, so that a second request would come upon it.
                linger();
                // Written down before the answer is whole: afterwards the client may already be asking anew.
                log.add(new Seen(path, isConditional, from, System.nanoTime()));
                try (exchange) {
                    exchange.sendResponseHeaders(isConditional ? 304 : 200, isConditional ? -1 : body.length);
                    if (!isConditional) {
                        exchange.getResponseBody().write(body);
                    }
                } finally {
                    now.decrementAndGet();
                }
            });
            server.start();
        }

        private static void linger() {
            try {
                boolean isOpen = new CountDownLatch(1).await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
                assertThat(isOpen).isFalse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        URI url(String path) {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        }

        /** The shortest time between the end of one answer and the next request. */
        Duration shortestGap() {
            return IntStream.range(1, log.size())
                    .mapToObj(i ->
                            Duration.ofNanos(log.get(i).from() - log.get(i - 1).to()))
                    .min(Duration::compareTo)
                    .orElseThrow();
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void leavesTheDelayAndSendsOneRequestAtATimeHoweverManyThreadsAsk() throws Exception {
        Duration delay = Duration.ofMillis(200);
        try (Host host = new Host("User-agent: *\nDisallow: /private/\n")) {
            Fetcher fetcher = fetcher(RobotsStore.inMemory());
            ExecutorService threads = Executors.newFixedThreadPool(5);
            for (int i = 0; i < 10; i++) {
                URI page = host.url((i == 4 ? "/private/" : "/p/") + i);
                threads.execute(() -> fetcher.fetch(request(page, delay, Validators.NONE)));
            }
            threads.shutdown();

            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(host.log).hasSize(10);
            assertThat(host.log.get(0).path()).isEqualTo("/robots.txt");
            assertThat(host.log)
                    .extracting(Seen::path)
                    .doesNotHaveDuplicates()
                    .noneMatch(path -> path.startsWith("/private/"));
            assertThat(host.most).hasValue(1);
            assertThat(host.shortestGap()).isGreaterThanOrEqualTo(delay);
        }
    }

    @Test
    void leavesTheLongerDelayThatRobotsAsksFor() throws Exception {
        try (Host host = new Host("User-agent: *\nCrawl-delay: 1\n")) {
            Fetcher fetcher = fetcher(RobotsStore.inMemory());
            for (int i = 0; i < 3; i++) {
                fetcher.fetch(request(host.url("/p/" + i), Duration.ofMillis(50), Validators.NONE));
            }

            assertThat(host.log).hasSize(4);
            assertThat(host.shortestGap()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void asksOnlyConditionallyInTheSecondNight() throws Exception {
        RobotsStore robots = RobotsStore.inMemory();
        try (Host host = new Host("User-agent: *\nAllow: /\n")) {
            ConcurrentHashMap<URI, Validators> known = new ConcurrentHashMap<>();
            List<String> states = new ArrayList<>();
            for (int night = 0; night < 2; night++) {
                Fetcher fetcher = fetcher(robots);
                for (int i = 0; i < 8; i++) {
                    URI page = host.url("/p/" + i);
                    FetchResult result =
                            fetcher.fetch(request(page, Duration.ZERO, known.getOrDefault(page, Validators.NONE)));
                    states.add(result.state());
                    if (result instanceof FetchResult.Fetched fetched) {
                        known.put(page, fetched.validators());
                    }
                }
            }

            assertThat(states.subList(0, 8)).containsOnly("fetched");
            assertThat(states.subList(8, 16)).containsOnly("not_modified");
            assertThat(host.log).hasSize(17);
            assertThat(host.log.subList(9, 17)).allMatch(Seen::isConditional);
        }
    }

    @Test
    void takesForAHundredHostsTheTimeOfTheSlowest() throws Exception {
        Duration delay = Duration.ofSeconds(1);
        List<Host> hosts = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                hosts.add(new Host("User-agent: *\nAllow: /\n"));
            }
            Fetcher fetcher = fetcher(RobotsStore.inMemory());
            ExecutorService threads = Executors.newFixedThreadPool(100);
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                Host host = hosts.get(i);
                // One host has more pages than the others; with robots.txt before, it needs five delays.
                int pages = i == 0 ? 5 : 3;
                threads.execute(() -> IntStream.range(0, pages)
                        .forEach(page -> fetcher.fetch(request(host.url("/p/" + page), delay, Validators.NONE))));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
            Duration wall = Duration.ofNanos(System.nanoTime() - start);

            assertThat(hosts).allMatch(host -> host.most.get() == 1);
            assertThat(hosts).allMatch(host -> host.shortestGap().compareTo(delay) >= 0);
            assertThat(hosts.stream().mapToInt(host -> host.log.size()).sum()).isEqualTo(99 * 4 + 6);
            // One host after the other would take 400 s; the slowest alone takes 5 s, and a busy machine some more.
            // With a quarter of the hosts at once it would take 20 s.
            assertThat(wall).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(18));
        } finally {
            hosts.forEach(Host::close);
        }
    }

    private static FetchRequest request(URI url, Duration delay, Validators validators) {
        return new FetchRequest(
                url, FetchRequest.Kind.DOCUMENT, Optional.empty(), Optional.empty(), delay, true, validators);
    }

    private static Fetcher fetcher(RobotsStore robots) {
        return new Fetcher(FetchSettings.of(Optional.empty()), robots, Fetcher.Surroundings.real(Clock.systemUTC()));
    }
}
