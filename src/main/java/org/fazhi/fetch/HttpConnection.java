package org.fazhi.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One request over the wire, its time and its size bounded; the only place that knows java.net.http. */
final class HttpConnection {

    private static final String ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final FetchSettings settings;
    private final HttpClient client;

    HttpConnection(FetchSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // A proxy of the environment would connect where the address guard cannot see.
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * A request to send.
     *
     * @param maxBytes of the body as sent
     * @param cutsBody true where a longer body is cut at the bound, false where it makes the answer oversized
     */
    record Outgoing(
            URI url,
            Optional<String> formBody,
            Optional<URI> referrer,
            Validators validators,
            int maxBytes,
            boolean cutsBody) {}

    Answer send(Outgoing outgoing) {
        HttpRequest request;
        try {
            request = request(outgoing);
        } catch (IllegalArgumentException e) {
            return new Answer.Fault("bad request: " + e.getMessage(), false);
        }
        CompletableFuture<HttpResponse<BoundedBody.Content>> pending =
                client.sendAsync(request, info -> new BoundedBody(outgoing.maxBytes()));
        try {
            HttpResponse<BoundedBody.Content> response =
                    pending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            BoundedBody.Content content = response.body();
            if (content.isCut() && !outgoing.cutsBody()) {
                return new Answer.Oversized(response.statusCode(), outgoing.maxBytes());
            }
            return new Answer.Received(response.statusCode(), lowerCase(response.headers()), content.bytes());
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Answer.Fault("timeout after " + settings.timeout().toMillis() + " ms", true);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Fault("interrupted", false);
        } catch (ExecutionException e) {
            return fault(Optional.ofNullable(e.getCause()).orElse(e));
        }
    }

    private HttpRequest request(Outgoing outgoing) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(outgoing.url().toASCIIString()))
                .header("User-Agent", settings.userAgent())
                .header("Accept", ACCEPT)
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .header("Accept-Encoding", "gzip");
        outgoing.referrer().ifPresent(url -> builder.header("Referer", url.toASCIIString()));
        outgoing.validators().etag().ifPresent(etag -> builder.header("If-None-Match", etag));
        outgoing.validators().lastModified().ifPresent(date -> builder.header("If-Modified-Since", date));
        outgoing.formBody()
                .ifPresentOrElse(
                        form -> builder.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(form)),
                        builder::GET);
        return builder.build();
    }

    private static Map<String, List<String>> lowerCase(HttpHeaders headers) {
        Map<String, List<String>> map = new HashMap<>();
        headers.map().forEach((name, values) -> map.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return Map.copyOf(map);
    }

    private static Answer fault(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return new Answer.Fault("connect timeout", true);
        }
        if (cause instanceof HttpTimeoutException) {
            return new Answer.Fault("timeout", true);
        }
        if (cause instanceof ConnectException) {
            boolean isUnresolved = cause.getCause() instanceof UnresolvedAddressException;
            return new Answer.Fault(isUnresolved ? "unknown host" : "connection refused", true);
        }
        if (cause instanceof SSLException) {
            return new Answer.Fault("tls: " + cause.getMessage(), false);
        }
        if (cause instanceof IOException) {
            return new Answer.Fault("broken connection: " + cause.getMessage(), true);
        }
        return new Answer.Fault(cause.getClass().getSimpleName() + ": " + cause.getMessage(), false);
    }
}
