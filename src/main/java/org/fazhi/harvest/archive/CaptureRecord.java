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
        CaptureLocation payloadLocation) {}
