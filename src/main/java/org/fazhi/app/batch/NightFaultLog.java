package org.fazhi.app.batch;

import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.reading.FaultLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the reader's faults with their traces into the night's log file, {@link NightPlan#logFile}, and counts them. */
final class NightFaultLog implements FaultLog {

    private static final Logger LOG = LoggerFactory.getLogger(NightFaultLog.class);

    private final NightResult result;

    NightFaultLog(NightResult result) {
        this.result = result;
    }

    @Override
    public void fault(String sourceId, CaptureRecord capture, Throwable fault) {
        LOG.error("source {}, {}, {}: the reader failed", sourceId, capture.url(), capture.digest(), fault);
        result.failed(new NightItem("extract", sourceId, capture.url().toString()), ItemFaults.said(fault));
    }
}
