package org.fazhi.warehouse.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request of one night and how it ended; a row of {@code fact_fetch}.
 *
 * @param nightStartedAt when that night began, which tells two runs of one date apart (UTC)
 * @param kind what was asked for: {@code robots}, {@code listing} or {@code document}
 * @param state the named end, such as {@code fetched}, {@code not_modified} or {@code blocked}
 * @param httpStatus the last status line, where a response came at all
 * @param startedAt when the first attempt was sent (UTC)
 * @param bytes of the body as received
 * @param attempts requests sent, retries and redirects included
 * @param reason what went wrong; empty for a success
 * @param takenCount links held to be reports that a listing page gave; empty for every other request and failure
 */
public record FetchAttempt(
        LocalDate night,
        Instant nightStartedAt,
        String sourceId,
        String url,
        String kind,
        String state,
        OptionalInt httpStatus,
        Instant startedAt,
        Duration duration,
        long bytes,
        int attempts,
        Optional<String> reason,
        OptionalInt takenCount) {}
