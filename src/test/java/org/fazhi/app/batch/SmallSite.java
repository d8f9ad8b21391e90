package org.fazhi.app.batch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site of a few pages on loopback; pages are HTML in UTF-8 whatever their bytes are. */
final class SmallSite implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> walls = new ConcurrentHashMap<>();
    private final Map<String, String> moved = new ConcurrentHashMap<>();
    private volatile boolean isTagged;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    SmallSite() throws IOException {
        this(0);
    }

    /** On a port that a site stood on before. */
    SmallSite(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(path);
                if (moved.containsKey(path)) {
                    exchange.getResponseHeaders().set("Location", moved.get(path));
                    exchange.sendResponseHeaders(301, -1);
                    return;
                }
                byte[] page = pages.getOrDefault(path, new byte[0]);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                String tag = "\"" + Arrays.hashCode(page) + "\"";
                if (isTagged) {
                    exchange.getResponseHeaders().set("ETag", tag);
                }
                if (isTagged && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
                exchange.sendResponseHeaders(
                        page.length == 0 ? 404 : walls.getOrDefault(path, 200), page.length == 0 ? -1 : page.length);
                if (page.length > 0) {
                    exchange.getResponseBody().write(page);
                }
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    SmallSite page(String path, String html) {
        return page(path, html.getBytes(StandardCharsets.UTF_8));
    }

    SmallSite page(String path, byte[] bytes) {
        walls.remove(path);
        moved.remove(path);
        pages.put(path, bytes);
        return this;
    }

    /** A page that comes with another status than 200, until it is put there without. */
    SmallSite wall(String path, int status, String html) {
        walls.put(path, status);
        pages.put(path, html.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A page that is answered by where it is by now (301), until it is put there again. */
    SmallSite moved(String path, String to) {
        moved.put(path, to);
        return this;
    }

    /** From now on pages have an ETag, and what has not changed is not sent again. */
    SmallSite tagged() {
        isTagged = true;
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The paths asked for, in order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
