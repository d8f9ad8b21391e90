package org.fazhi.harvest.archive;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fazhi.text.Digest;
import org.netpreserve.jwarc.WarcResponse;

/** Tells of a record of our own archive whether it holds the whole page: archives are copied, and older imports kept all. */
final class StoredTruncation {

    /** Under which {@link RecordWriter} keeps what was true of the bytes on the wire only. */
    private static final String WIRE = "x-archive-orig-";

    private StoredTruncation() {}

    /**
     * Why the payload is not the whole one; empty where nothing says so.
     *
     * @param headers of the answer as stored, names in lower case
     * @param length of the payload in bytes
     */
    static Optional<String> of(WarcResponse record, Map<String, List<String>> headers, int length, Digest digest) {
        Optional<String> mark = record.headers().first(BodyLength.TRUNCATED);
        if (mark.isPresent()) {
            return Optional.of("expected a whole body, got one marked " + BodyLength.TRUNCATED + ": " + mark.get());
        }
        boolean isEncoded = headers.containsKey("content-encoding") || headers.containsKey("transfer-encoding");
        Optional<String> stated = record.headers()
                .first("WARC-Payload-Digest")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !isEncoded && text.startsWith("sha256:") && !text.equals(digest.toString()));
        if (stated.isPresent()) {
            return Optional.of("expected the payload " + stated.get() + ", got " + digest);
        }
        boolean wasEncoded =
                headers.containsKey(WIRE + "content-encoding") || headers.containsKey(WIRE + "transfer-encoding");
        // Servers send gzip also unlabelled, so that what was undone is longer than was stated; never shorter.
        return wasEncoded
                ? Optional.empty()
                : BodyLength.shorter(headers.getOrDefault(WIRE + "content-length", List.of()), length);
    }
}
