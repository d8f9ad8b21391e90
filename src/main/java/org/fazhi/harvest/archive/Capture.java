package org.fazhi.harvest.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A capture read back.
 *
 * @param status HTTP status
 * @param headers of the answer as stored, names in lower case
 * @param payload the page's bytes; {@code record.digest()} is theirs
 * @param context empty where the archive was written by another program or cut off in between
 * @param truncation why the payload is not the whole one; empty where it is
 */
public record Capture(
        CaptureRecord record,
        int status,
        Map<String, List<String>> headers,
        byte[] payload,
        Optional<CaptureContext> context,
        Optional<String> truncation) {

    public Optional<String> contentType() {
        return headers.getOrDefault("content-type", List.of()).stream().findFirst();
    }
}
