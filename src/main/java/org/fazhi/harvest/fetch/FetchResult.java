package org.fazhi.harvest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How a fetch ended. Every fetch ends in exactly one of these states; none is an exception. */
public sealed interface FetchResult {

    Trace trace();

    /** A short word or sentence on why; {@code ok} for a page that was had. */
    String reason();

    /** The state it ended in. */
    FetchState ending();

    /** The state's word in {@code fact_fetch}. */
    default String state() {
        return ending().code();
    }

    /** What was asked. */
    default URI url() {
        return trace().url();
    }

    /**
     * What happened on the way.
     *
     * @param url what was asked
     * @param finalUrl where the last request went
     * @param redirects addresses passed on the way to {@code finalUrl}, without the two ends
     * @param status of the last answer; empty where there was none
     * @param startedAt when the fetch began, before any waiting for the host's turn
     * @param duration from then on, waiting included
     * @param attempts requests sent, those for robots.txt not counted
     * @param robots the requests for robots.txt that were made before; none where the file was known
     */
    record Trace(
            URI url,
            URI finalUrl,
            List<URI> redirects,
            OptionalInt status,
            Instant startedAt,
            Duration duration,
            int attempts,
            List<RobotsFetch> robots) {

        public Trace {
            redirects = List.copyOf(redirects);
            robots = List.copyOf(robots);
        }

        /** A trace of pages alone. */
        public Trace(
                URI url,
                URI finalUrl,
                List<URI> redirects,
                OptionalInt status,
                Instant startedAt,
                Duration duration,
                int attempts) {
            this(url, finalUrl, redirects, status, startedAt, duration, attempts, List.of());
        }
    }

    /**
     * The page was had.
     *
     * @param headers of the answer, names in lower case
     * @param payload the body, transfer and content encodings undone
     */
    record Fetched(Trace trace, Map<String, List<String>> headers, byte[] payload) implements FetchResult {

        @Override
        public String reason() {
            return "ok";
        }

        @Override
        public FetchState ending() {
            return FetchState.FETCHED;
        }

        public Optional<String> contentType() {
            return headers.getOrDefault("content-type", List.of()).stream().findFirst();
        }

        public Validators validators() {
            return Validators.of(headers);
        }

        /** The payload as text, its encoding decided once. */
        public DecodedText text() {
            return CharsetChoice.decode(payload, contentType());
        }
    }

    /** The page is as it was when the validators were given (304). */
    record NotModified(Trace trace) implements FetchResult {

        @Override
        public String reason() {
            return "ok";
        }

        @Override
        public FetchState ending() {
            return FetchState.NOT_MODIFIED;
        }
    }

    /** robots.txt forbids it. */
    record Denied(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.DENIED;
        }
    }

    /** 404 or 410. */
    record Gone(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.GONE;
        }
    }

    /** Status 200, but the page says that there is none. */
    record SoftNotFound(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.SOFT_404;
        }
    }

    /** A wall or a script challenge; never worked around. */
    record Blocked(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.BLOCKED;
        }
    }

    /** A private address, another scheme or another port; no connection was made. */
    record Unsafe(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.UNSAFE;
        }
    }

    /** More bytes than allowed, as sent or decompressed. */
    record TooLarge(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.TOO_LARGE;
        }
    }

    /** The body is not the whole one; nothing is known of what it would have said. Another night may have more luck. */
    record Truncated(Trace trace, String reason) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.TRUNCATED;
        }
    }

    /**
     * Anything else.
     *
     * @param isPassing true where another night may have more luck
     */
    record Failed(Trace trace, String reason, boolean isPassing) implements FetchResult {

        @Override
        public FetchState ending() {
            return FetchState.FAILED;
        }
    }
}
