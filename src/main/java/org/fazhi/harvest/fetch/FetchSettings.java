package org.fazhi.harvest.fetch;

import java.time.Duration;
import java.util.Optional;

/**
 * The bounds of fetching.
 *
 * @param userAgent the whole header value; its product token {@code fazhi} is what robots.txt is asked for
 * @param connectTimeout for one connection
 * @param timeout for one request, from its start to the last byte
 * @param maxBytes of a body, both as sent and after decompression
 * @param maxRatio of decompressed to compressed size, for bodies beyond 1 MiB
 * @param maxAttempts of one request, the first included
 * @param firstBackoff before the second attempt; thrice as long before each further one
 * @param longestRetryAfter a server that asks for more is left for the night
 */
public record FetchSettings(
        String userAgent,
        Duration connectTimeout,
        Duration timeout,
        int maxBytes,
        int maxRatio,
        int maxAttempts,
        Duration firstBackoff,
        Duration longestRetryAfter) {

    /** The name robots.txt files call this crawler by. */
    public static final String PRODUCT = "fazhi";

    /**
     * The usual bounds.
     *
     * @param contact address or mailbox of the operator, as in {@code nightly.yml}
     */
    public static FetchSettings of(Optional<String> contact) {
        return new FetchSettings(
                PRODUCT + "/0.1 (rule-of-law reports"
                        + contact.map(c -> "; +" + c).orElse("") + ")",
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                16 * 1024 * 1024,
                200,
                3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(120));
    }

    public FetchSettings withTimeout(Duration shorter) {
        return new FetchSettings(
                userAgent, shorter, shorter, maxBytes, maxRatio, maxAttempts, firstBackoff, longestRetryAfter);
    }

    public FetchSettings withMaxBytes(int bytes) {
        return new FetchSettings(
                userAgent, connectTimeout, timeout, bytes, maxRatio, maxAttempts, firstBackoff, longestRetryAfter);
    }
}
