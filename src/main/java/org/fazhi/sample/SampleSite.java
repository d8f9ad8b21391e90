package org.fazhi.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the fictional sites on loopback, one host and port a family, until closed. Bytes, ETag and Last-Modified are the same
 * at every start. Never listens on another address than 127.0.0.1.
 */
@JdkHttpServer
public final class SampleSite implements AutoCloseable {

    private static final int THREADS = 6;

    private final Map<Family, HttpServer> servers = new EnumMap<>(Family.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "sample-site");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<LoggedRequest> log = new ConcurrentLinkedQueue<>();
    private volatile Gate gate = Gate.OPEN;
    private final SamplePages pages;

    private SampleSite(SamplePages pages) {
        this.pages = pages;
    }

    /**
     * Serves on the ports that {@code jobs/sample} names.
     *
     * @throws IllegalStateException where one is taken; the message names port and remedy
     */
    public static SampleSite start() {
        return start(true);
    }

    /** Serves on free ports; {@link #base} tells which. */
    public static SampleSite startOnFreePorts() {
        return start(false);
    }

    private static SampleSite start(boolean fixedPorts) {
        // The server reads this once, before its first use; without it every answer waits for Nagle's algorithm.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        SampleSite site = new SampleSite(SamplePages.fromClassPath());
        try {
            for (Family family : Family.values()) {
                site.listen(family, fixedPorts ? family.port() : 0);
            }
            return site;
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private void listen(Family family, int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            server.setExecutor(threads);
            SampleAnswers answers = new SampleAnswers(family, pages);
            server.createContext("/", exchange -> handle(family, answers, exchange));
            server.start();
            servers.put(family, server);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "sample site " + family.code() + ": expected port " + port
                            + " on 127.0.0.1 to be free, got " + e.getMessage()
                            + "; end the program that holds it (another fazhi?) and start again",
                    e);
        }
    }

    /** The root of a family's host, such as {@code http://127.0.0.1:47101/}. */
    public URI base(Family family) {
        HttpServer server = servers.get(family);
        if (server == null) {
            throw new IllegalStateException("sample site is not started");
        }
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** The roots by {@link Family#code()}. */
    public Map<String, URI> baseByFamily() {
        return Stream.of(Family.values()).collect(Collectors.toUnmodifiableMap(Family::code, this::base));
    }

    /** Every request answered so far, in the order the answers began; one that waits at the gate is not there yet. */
    public List<LoggedRequest> log() {
        return List.copyOf(log);
    }

    public void clearLog() {
        log.clear();
    }

    /** Lets every later request pass the gate before it is answered; for tests that stop a run at a known point. */
    public void setGate(Gate gate) {
        this.gate = gate;
    }

    /** Called on the answering thread with the request's target; the answer waits until it returns. */
    @FunctionalInterface
    public interface Gate {
        Gate OPEN = (family, target) -> {};

        void pass(Family family, String target) throws InterruptedException;
    }

    /**
     * Copies source files with the fixed ports changed to those of this site.
     *
     * @param jobs the folder {@code jobs/sample}
     * @param target an existing folder; files of the same name are overwritten
     */
    public void writeJobs(Path jobs, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(jobs)) {
            files = listed.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            for (Family family : Family.values()) {
                text = text.replace(
                        "127.0.0.1:" + family.port() + "/", base(family).getAuthority() + "/");
            }
            Files.writeString(target.resolve(String.valueOf(file.getFileName())), text);
        }
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private void handle(Family family, SampleAnswers answers, HttpExchange exchange) throws IOException {
        long begun = System.nanoTime();
        String method = exchange.getRequestMethod();
        String target = exchange.getRequestURI().toString();
        SampleAnswers.Conditions conditions = new SampleAnswers.Conditions(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Modified-Since")));
        try (exchange) {
            byte[] form = exchange.getRequestBody().readNBytes(SampleAnswers.FORM_LIMIT);
            gate.pass(family, target);
            SampleAnswers.Answer answer =
                    answers.to(method, exchange.getRequestURI(), new String(form, StandardCharsets.UTF_8), conditions);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
            // Before the first byte leaves: whoever has the answer finds it in the log.
            log.add(new LoggedRequest(family, method, target, !conditions.isEmpty(), answer.status(), elapsed));
            send(exchange, answer, method.equals("HEAD"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, SampleAnswers.Answer answer, boolean isHead) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean isEmpty = isHead || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : answer.body().length);
        if (!isEmpty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }
}
