package org.fazhi.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of one captured document version: loaded with its facts, quarantined, or ignored with a reason.
 *
 * @param sourceId the source it was harvested for
 * @param url where it was fetched
 * @param payloadDigest {@code sha256:…} of the harvested bytes
 * @param fetchedAt when this payload was first fetched (UTC)
 * @param reason why it is quarantined or ignored; empty for a loaded one
 * @param facts present for a loaded one
 */
public record Extract(
        String sourceId,
        String url,
        String payloadDigest,
        Instant fetchedAt,
        Outcome outcome,
        String reason,
        Optional<DocumentFacts> facts) {

    /** How reading ended. */
    public enum Outcome {
        LOADED,
        QUARANTINED,
        IGNORED
    }
}
