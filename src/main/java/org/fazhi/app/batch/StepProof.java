package org.fazhi.app.batch;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Holds a step that calls itself complete against what it had to do: where something is left, it has failed, and the next
 * start does the rest. A step that has nothing to read looks just like one that was told wrongly what to read.
 */
final class StepProof implements StepExecutionListener {

    private static final int EXAMPLES = 3;

    private final Function<StepExecution, List<String>> left;

    /** @param left what the step had to do and is in no named state, a word each */
    StepProof(Function<StepExecution, List<String>> left) {
        this.left = left;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() != BatchStatus.COMPLETED) {
            return null;
        }
        List<String> undone = left.apply(step);
        if (undone.isEmpty()) {
            return null;
        }
        step.setStatus(BatchStatus.FAILED);
        step.addFailureException(new WorkLeft(step.getStepName() + ": expected nothing left to do, got " + undone.size()
                + " such as "
                + String.join(", ", undone.subList(0, Math.min(EXAMPLES, undone.size())))));
        return ExitStatus.FAILED;
    }

    /** A step that ended too early. */
    static final class WorkLeft extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WorkLeft(String message) {
            super(message);
        }
    }
}
