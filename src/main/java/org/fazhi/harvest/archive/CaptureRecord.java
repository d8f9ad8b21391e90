package org.fazhi.harvest.archive;

import java.net.URI;
import java.time.Instant;
import org.fazhi.text.Digest;

/**
 * A stored capture, as an index keeps it.
 *
 * @param url where the payload came from, after redirects
 * @param recordId WARC-Record-ID
 * @param isRevisit true where the record only refers to an earlier one of the same payload
 * @param payloadLocation where the payload stands: this record, or the one it refers to
 */
public record CaptureRecord(
        CaptureLocation location,
        URI url,
        Instant fetchedAt,
        Digest digest,
        URI recordId,
        boolean isRevisit,
        CaptureLocation payloadLocation) {

    /** Nothing was on the web before. */
    public static final Instant FIRST_POSSIBLE = Instant.parse("1990-01-01T00:00:00Z");

    /** Later, a clock was wrong. */
    public static final Instant LAST_POSSIBLE = Instant.parse("2100-01-01T00:00:00Z");

    /** True of a time at which something may have been fetched; WARC-Date can say anything. */
    public static boolean isPossible(Instant fetchedAt) {
        return !fetchedAt.isBefore(FIRST_POSSIBLE) && !fetchedAt.isAfter(LAST_POSSIBLE);
    }
}
