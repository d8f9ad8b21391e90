package org.fazhi.app.batch;

import java.util.ArrayList;
import java.util.List;
import org.fazhi.harvest.state.Captures;
import org.fazhi.reading.ExtractStore;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Before the archive is read, puts those captures among the unread whose extract is gone from the home or damaged: such a file
 * is made again. After it, tells of what the archive did not give.
 */
final class Rereading implements StepExecutionListener {

    private final Captures captures;
    private final ExtractStore extracts;
    private final LostCaptures lost;
    private final NightResult result;

    Rereading(Captures captures, ExtractStore extracts, LostCaptures lost, NightResult result) {
        this.result = result;
        this.captures = captures;
        this.extracts = extracts;
        this.lost = lost;
    }

    @Override
    public void beforeStep(StepExecution step) {
        List<Captures.Entry> gone = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        captures.forEachRead(entry -> extracts.fault(
                        entry.sourceId(),
                        entry.url().toString(),
                        entry.payloadDigest().toString())
                .ifPresent(fault -> {
                    gone.add(entry);
                    if (!fault.isAbsent()) {
                        faults.add(fault.said());
                    }
                }));
        gone.forEach(captures::forget);
        if (!faults.isEmpty()) {
            result.note(
                    "state/" + faults.get(0) + (faults.size() > 1 ? "; so are " + (faults.size() - 1) + " more" : "")
                            + "; it is to be read anew from the archive");
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        lost.tell();
        return null;
    }
}
