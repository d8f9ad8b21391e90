package org.fazhi.reading;

import org.fazhi.harvest.archive.CaptureRecord;

/** Takes the faults of the reader itself, with their traces, for who is to mend it. */
public interface FaultLog {

    /** The reader failed on a capture. */
    void fault(String sourceId, CaptureRecord capture, Throwable fault);
}
