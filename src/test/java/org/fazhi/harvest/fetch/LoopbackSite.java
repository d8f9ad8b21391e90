package org.fazhi.harvest.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A site of ours on loopback that answers as each test says and keeps a log of what it was asked. */
final class LoopbackSite implements AutoCloseable {

    /** How one path answers. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A request as the server saw it. */
    record Seen(String path, Map<String, List<String>> headers, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Seen> log = new CopyOnWriteArrayList<>();
    private volatile Behaviour otherwise = page(404, "");

    LoopbackSite(PassingTime time) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            log.add(new Seen(path, Map.copyOf(exchange.getRequestHeaders()), time.instant()));
            try (exchange) {
                behaviours.getOrDefault(path, otherwise).answer(exchange);
            }
        });
        server.start();
    }

    LoopbackSite on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** How all other paths answer. */
    LoopbackSite otherwise(Behaviour behaviour) {
        otherwise = behaviour;
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<String> paths() {
        return log.stream().map(Seen::path).toList();
    }

    /** The requests that were not for robots.txt. */
    List<Seen> pageRequests() {
        return log.stream().filter(seen -> !seen.path().equals("/robots.txt")).toList();
    }

    static Behaviour page(int status, String html, String... headers) {
        return bytes(status, html.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Behaviour bytes(int status, byte[] body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
