package org.fazhi.harvest.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers that somebody had from the web before, such as those in a WARC file. */
public interface StoredAnswers {

    /**
     * Where an answer is kept.
     *
     * @param at when it was had
     * @param position as the store counts
     */
    record Place(Instant at, long position) {}

    /**
     * An answer.
     *
     * @param headers names in lower case
     * @param payload encodings undone, whatever the headers say
     * @param truncation why the payload is not the whole one; empty where it is
     */
    record Kept(int status, Map<String, List<String>> headers, byte[] payload, Optional<String> truncation) {

        /** A whole answer. */
        public Kept(int status, Map<String, List<String>> headers, byte[] payload) {
            this(status, headers, payload, Optional.empty());
        }
    }

    /** The answers to GET of an address, the oldest first. */
    List<Place> at(URI url);

    Kept read(Place place);
}
