package org.fazhi.harvest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * How a request for a robots.txt ended, which was made on the way to a page.
 *
 * @param state as {@link FetchResult#state()}; {@code gone} and {@code blocked} forbid nothing (RFC 9309 §2.3.1.3)
 * @param status of the last answer; empty where there was none
 * @param bytes of the file as received
 * @param attempts requests sent, redirects and retries included
 * @param reason why it is not a success; empty for one
 */
public record RobotsFetch(
        URI url,
        String state,
        OptionalInt status,
        Instant startedAt,
        Duration duration,
        long bytes,
        int attempts,
        String reason) {}
