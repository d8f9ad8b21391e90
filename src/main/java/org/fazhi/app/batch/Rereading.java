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
 * Before the archive is read, puts those captures among the unread whose extract is gone from the home: a file that was lost
 * is made again. After it, tells of what the archive did not give.
 */
final class Rereading implements StepExecutionListener {

    private final Captures captures;
    private final ExtractStore extracts;
    private final LostCaptures lost;

    Rereading(Captures captures, ExtractStore extracts, LostCaptures lost) {
        this.captures = captures;
        this.extracts = extracts;
        this.lost = lost;
    }

    @Override
    public void beforeStep(StepExecution step) {
        List<Captures.Entry> gone = new ArrayList<>();
        captures.forEachRead(entry -> {
            if (!extracts.has(
                    entry.sourceId(),
                    entry.url().toString(),
                    entry.payloadDigest().toString())) {
                gone.add(entry);
            }
        });
        gone.forEach(captures::forget);
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        lost.tell();
        return null;
    }
}
