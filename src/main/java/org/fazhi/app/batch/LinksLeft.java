package org.fazhi.app.batch;

import java.time.Clock;
import java.time.Instant;
import org.fazhi.harvest.state.Frontier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Holds the fetch step against the links that were due when it began, and those that came up in it. */
final class LinksLeft implements StepExecutionListener {

    private final Frontier frontier;
    private final Clock clock;
    private volatile Instant beganAt = Instant.EPOCH;

    LinksLeft(Frontier frontier, Clock clock) {
        this.frontier = frontier;
        this.clock = clock;
    }

    @Override
    public void beforeStep(StepExecution step) {
        beganAt = clock.instant();
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        return new StepProof(ended -> frontier.left(NightLauncher.night(ended), beganAt)).afterStep(step);
    }
}
