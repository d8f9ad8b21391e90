package org.fazhi.harvest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * One request over the wire, its time and its sizes bounded; the only place that knows the HTTP client.
 *
 * <p>Names are looked up by the client's {@link DnsResolver}, which hands out only addresses that the
 * {@link AddressGuard} has just checked, and the client connects to these and no others: a name that answers otherwise
 * a moment later leads nowhere.
 */
final class HttpConnection {

    private static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** Real answers have some twenty headers of some hundred bytes. */
    private static final int LONGEST_HEADER_LINE = 16 * 1024;

    private static final int MOST_HEADERS = 200;
    private static final int MOST_CONNECTIONS = 400;
    private static final int BUFFER = 8192;

    /** Pages have some 54 KB. */
    private static final int MOST_ROOM = 256 * 1024;

    private final FetchSettings settings;
    private final CloseableHttpClient publicClient;
    private final CloseableHttpClient loopbackClient;
    private final ScheduledThreadPoolExecutor deadlines;

    HttpConnection(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        this.publicClient = client(settings, new CheckedResolver(guard, false));
        this.loopbackClient = client(settings, new CheckedResolver(guard, true));
        this.deadlines = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "fetch-deadline");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(FetchSettings settings, DnsResolver resolver) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        Timeout whole = Timeout.of(settings.timeout());
        Http1Config http = Http1Config.custom()
                .setMaxLineLength(LONGEST_HEADER_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnPerRoute(1)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(http)
                                .charCodingConfig(CharCodingConfig.custom()
                                        .setCharset(StandardCharsets.ISO_8859_1)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(whole)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(whole)
                        .setResponseTimeout(whole)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                // Redirects, retries and cookies are the fetcher's, which checks and counts them. No proxy of the
                // environment: it would connect where the guard cannot see.
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Hands out addresses only after the guard has seen them. */
    private record CheckedResolver(AddressGuard guard, boolean onlyLoopback) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                return guard.checked(host, onlyLoopback).toArray(InetAddress[]::new);
            } catch (AddressGuard.Unknown e) {
                throw new UnknownHostException(host);
            }
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /**
     * A request to send.
     *
     * @param cookie value of the Cookie header
     * @param maxBytes of the body as sent
     * @param cutsBody true where a longer body is cut at the bound, false where it makes the answer oversized
     * @param onlyLoopback true for samples and tests, which must not leave the machine
     */
    record Outgoing(
            URI url,
            Optional<String> formBody,
            Optional<URI> referrer,
            Optional<String> cookie,
            Validators validators,
            int maxBytes,
            boolean cutsBody,
            boolean onlyLoopback) {}

    Answer send(Outgoing outgoing) {
        HttpUriRequestBase request;
        try {
            request = request(outgoing);
        } catch (IllegalArgumentException e) {
            return new Answer.Fault("bad request: " + e.getMessage(), false);
        }
        AtomicBoolean isLate = new AtomicBoolean();
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> {
                    isLate.set(true);
                    request.abort();
                },
                settings.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        CloseableHttpClient client = outgoing.onlyLoopback() ? loopbackClient : publicClient;
        try {
            return client.execute(request, response -> answer(request, response, outgoing));
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return new Answer.Fault("interrupted", false);
            }
            if (e instanceof CutShort && !isLate.get()) {
                return new Answer.Truncated(HttpStatus.SC_OK, String.valueOf(e.getMessage()));
            }
            return isLate.get() || e instanceof SocketTimeoutException && !(e instanceof ConnectTimeoutException)
                    ? new Answer.Fault("timeout after " + settings.timeout().toMillis() + " ms", true)
                    : fault(e);
        } finally {
            deadline.cancel(false);
        }
    }

    private HttpUriRequestBase request(Outgoing outgoing) {
        URI url = URI.create(outgoing.url().toASCIIString());
        HttpUriRequestBase request = new HttpUriRequestBase(outgoing.formBody().isPresent() ? "POST" : "GET", url);
        request.setHeader("User-Agent", settings.userAgent());
        request.setHeader("Accept", ACCEPT);
        request.setHeader("Accept-Language", "zh-CN,zh;q=0.9");
        request.setHeader("Accept-Encoding", "gzip");
        outgoing.referrer().ifPresent(from -> request.setHeader("Referer", from.toASCIIString()));
        outgoing.cookie().ifPresent(cookie -> request.setHeader("Cookie", cookie));
        outgoing.validators().etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
        outgoing.validators().lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
        outgoing.formBody()
                .ifPresent(form -> request.setEntity(new StringEntity(
                        form, ContentType.APPLICATION_FORM_URLENCODED.withCharset(StandardCharsets.UTF_8))));
        return request;
    }

    private static Answer answer(HttpUriRequestBase request, ClassicHttpResponse response, Outgoing outgoing)
            throws IOException {
        Map<String, List<String>> headers = lowerCase(response.getHeaders());
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer.Received(response.getCode(), headers, new byte[0]);
        }
        byte[] body;
        try {
            body = body(entity, outgoing.maxBytes());
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (request.isAborted() || response.getCode() != HttpStatus.SC_OK) {
                throw e;
            }
            throw new CutShort(e);
        }
        if (body.length > outgoing.maxBytes()) {
            // What is left is not read: a body without an end has none to wait for.
            request.abort();
            if (!outgoing.cutsBody()) {
                return new Answer.Oversized(response.getCode(), outgoing.maxBytes());
            }
            body = Arrays.copyOf(body, outgoing.maxBytes());
        }
        return new Answer.Received(response.getCode(), headers, body);
    }

    /** RFC 9112 §8: a body shorter than its length, or chunks without the last one, is an incomplete message. */
    private static final class CutShort extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        CutShort(IOException cause) {
            super("expected a whole body, got " + cause.getMessage(), cause);
        }
    }

    /** The body, or one byte more than the bound where there is more. */
    private static byte[] body(HttpEntity entity, int bound) throws IOException {
        // The length is a hint only: a server may lie, and room is not made for more than usual pages need.
        long stated = Math.min(entity.getContentLength(), MOST_ROOM);
        byte[] gathered = new byte[stated > 0 ? (int) stated : BUFFER];
        int length = 0;
        InputStream stream = entity.getContent();
        while (length <= bound) {
            if (length == gathered.length) {
                int probe = stream.read();
                if (probe < 0) {
                    break;
                }
                gathered = Arrays.copyOf(gathered, 2 * gathered.length);
                gathered[length++] = (byte) probe;
            } else {
                int read = stream.read(gathered, length, Math.min(gathered.length - length, bound + 1 - length));
                if (read < 0) {
                    break;
                }
                length += read;
            }
        }
        return length == gathered.length ? gathered : Arrays.copyOf(gathered, length);
    }

    private static Map<String, List<String>> lowerCase(Header[] headers) {
        Map<String, List<String>> map = new HashMap<>();
        for (Header header : headers) {
            String value = Optional.ofNullable(header.getValue()).orElse("");
            map.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(value);
        }
        map.replaceAll((name, values) -> List.copyOf(values));
        return Map.copyOf(map);
    }

    private static Answer fault(Exception cause) {
        if (cause instanceof AddressGuard.UnsafeAddress unsafe) {
            return new Answer.Refused(unsafe.reason());
        }
        if (cause instanceof UnknownHostException) {
            return new Answer.Fault("unknown host", true);
        }
        if (cause instanceof ConnectTimeoutException) {
            return new Answer.Fault("connect timeout", true);
        }
        if (cause instanceof ConnectException) {
            return new Answer.Fault("connection refused", true);
        }
        if (cause instanceof SSLException) {
            return new Answer.Fault("tls: " + cause.getMessage(), false);
        }
        if (cause.getCause() instanceof HttpException broken) {
            return new Answer.Fault("no HTTP: " + broken.getMessage(), false);
        }
        if (cause instanceof IOException) {
            return new Answer.Fault("broken connection: " + cause.getMessage(), true);
        }
        return new Answer.Fault(cause.getClass().getSimpleName() + ": " + cause.getMessage(), false);
    }
}
