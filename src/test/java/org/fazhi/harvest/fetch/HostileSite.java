package org.fazhi.harvest.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of ours on loopback that writes raw bytes, so that it can break every rule of HTTP. */
public final class HostileSite implements AutoCloseable {

    /** What the server does with a connection after the request's head was read. */
    public interface Behaviour {
        void answer(String head, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    public HostileSite() throws IOException {
        this("127.0.0.1", 0);
    }

    HostileSite(String address, int port) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new java.net.InetSocketAddress(InetAddress.getByName(address), port));
        on("/robots.txt", says(404, ""));
        threads.execute(this::accept);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = head(new BufferedInputStream(connection.getInputStream()));
            if (head.isEmpty()) {
                return;
            }
            heads.add(head);
            String path = head.split(" ", 3)[1];
            behaviours
                    .getOrDefault(path, behaviours.getOrDefault("*", says(404, "")))
                    .answer(head, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // The client hung up, which is what most of these answers ask for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.append((char) b);
            if (head.length() > 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    public HostileSite on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    public URI url(String path) {
        return URI.create("http://" + socket.getInetAddress().getHostAddress() + ":" + port() + path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** The request heads for pages, in order. */
    List<String> pageHeads() {
        return heads.stream().filter(head -> !head.contains(" /robots.txt ")).toList();
    }

    /** Waits as long as the site stands, or until the milliseconds are over. */
    void linger(long millis) throws InterruptedException {
        boolean isClosed = closed.await(millis, TimeUnit.MILLISECONDS);
        if (isClosed) {
            Thread.currentThread().interrupt();
        }
    }

    public static Behaviour says(int status, String body, String... headerLines) {
        return sends(status, body.getBytes(StandardCharsets.UTF_8), headerLines);
    }

    static Behaviour sends(int status, byte[] body, String... headerLines) {
        return (head, out) -> {
            out.write(head(status, "Content-Length: " + body.length, headerLines));
            out.write(body);
        };
    }

    static byte[] head(int status, String first, String... headerLines) {
        String lines = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
        String type = lines.contains("Content-Type") ? "" : "Content-Type: text/html; charset=utf-8\r\n";
        return ("HTTP/1.1 " + status + " X\r\n" + type + first + "\r\n" + lines + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        threads.shutdownNow();
    }
}
