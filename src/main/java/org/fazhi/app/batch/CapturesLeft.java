package org.fazhi.app.batch;

import java.util.List;
import org.fazhi.harvest.state.Captures;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Holds the extract step against the captures that were unread: each is read in this night, or lost. */
final class CapturesLeft implements StepExecutionListener {

    private final Captures captures;
    private final LostCaptures lost;

    CapturesLeft(Captures captures, LostCaptures lost) {
        this.captures = captures;
        this.lost = lost;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        return new StepProof(ended -> left(NightLauncher.night(ended))).afterStep(step);
    }

    private List<String> left(String night) {
        return captures.leftIn(night).stream()
                .filter(entry -> !lost.isKnown(entry))
                .map(entry -> entry.sourceId() + " " + entry.url())
                .toList();
    }
}
