package org.fazhi.warehouse.load;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.fazhi.reading.Extract;
import org.fazhi.text.Digest;

/** What became of each archived payload; holds a number for each. One of which nothing was read stays uncounted. */
final class CaptureTally {

    private final Set<Long> left = new HashSet<>();
    private final LoadTally tally = new LoadTally();

    /** Reads the stream to its end and closes it. */
    static CaptureTally of(Stream<CaptureKey> captures) {
        CaptureTally all = new CaptureTally();
        try (captures) {
            captures.forEach(capture -> {
                if (all.left.add(key(capture.sourceId(), capture.url(), capture.payloadDigest()))) {
                    all.tally.countRead();
                }
            });
        }
        return all;
    }

    void count(Extract extract, Extract.Outcome outcome) {
        if (left.remove(key(extract.sourceId(), extract.url(), extract.payloadDigest()))) {
            switch (outcome) {
                case LOADED -> tally.countLoaded();
                case QUARANTINED -> tally.countQuarantined();
                case IGNORED -> tally.countIgnored();
            }
        }
    }

    LoadTally tally() {
        return tally;
    }

    boolean isOfNone(CaptureKey capture) {
        return left.contains(key(capture.sourceId(), capture.url(), capture.payloadDigest()));
    }

    private static long key(String sourceId, String url, String payloadDigest) {
        return Digest.of(sourceId + " " + url + " " + payloadDigest).prefix();
    }
}
