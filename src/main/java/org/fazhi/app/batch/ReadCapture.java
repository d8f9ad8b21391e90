package org.fazhi.app.batch;

import java.util.Optional;
import org.fazhi.harvest.state.Captures;
import org.fazhi.reading.Extract;
import org.fazhi.reading.reason.Reason;

/**
 * One item of the extract step: a capture and what was read from it.
 *
 * @param isFailed the program failed on it, outside the reader; it is read again in the next night
 */
record ReadCapture(Captures.Entry entry, Extract extract, boolean isFailed) {

    /** What stands for a capture on which the program failed. */
    static ReadCapture failed(Captures.Entry entry, String said) {
        return new ReadCapture(
                entry,
                new Extract(
                        entry.sourceId(),
                        entry.url().toString(),
                        entry.payloadDigest().toString(),
                        entry.fetchedAt(),
                        Extract.Outcome.QUARANTINED,
                        Reason.READER_FAULT.code(),
                        Optional.of(said),
                        Optional.empty()),
                true);
    }
}
