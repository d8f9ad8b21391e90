package org.fazhi.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one captured document version: loaded with its facts, quarantined, or ignored with a reason.
 *
 * @param sourceId the source it was harvested for
 * @param url where it was fetched
 * @param payloadDigest {@code sha256:…} of the harvested bytes
 * @param fetchedAt when this payload was first fetched (UTC)
 * @param reason why it is quarantined or ignored; empty for a loaded one
 * @param detail what exactly it was quarantined or ignored for, as {@link Detail} bounds it; empty for a loaded one, and for
 *     those of programs that did not keep it
 * @param facts present for a loaded one
 */
public record Extract(
        String sourceId,
        String url,
        String payloadDigest,
        Instant fetchedAt,
        Outcome outcome,
        String reason,
        Optional<String> detail,
        Optional<DocumentFacts> facts) {

    public Extract {
        detail = detail.map(Detail::of).filter(text -> !text.isEmpty());
    }

    /** Without a detail. */
    public Extract(
            String sourceId,
            String url,
            String payloadDigest,
            Instant fetchedAt,
            Outcome outcome,
            String reason,
            Optional<DocumentFacts> facts) {
        this(sourceId, url, payloadDigest, fetchedAt, outcome, reason, Optional.empty(), facts);
    }

    /** How reading ended. */
    public enum Outcome {
        LOADED,
        QUARANTINED,
        IGNORED;

        /** The word in the state and the warehouse: {@code quarantined}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
