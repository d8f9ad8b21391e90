package org.fazhi.app.batch;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the progress when a step begins and ends. */
final class StepReport implements StepExecutionListener {

    private static final String SUMMARY = "summary";

    private final StepProgress progress;
    private final ToLongFunction<StepExecution> total;
    private final Function<StepExecution, String> summary;

    StepReport(StepProgress progress, ToLongFunction<StepExecution> total, Function<StepExecution, String> summary) {
        this.progress = progress;
        this.total = total;
        this.summary = summary;
    }

    @Override
    public void beforeStep(StepExecution step) {
        progress.begin(step.getStepName(), total.applyAsLong(step));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        boolean isComplete = step.getStatus() == BatchStatus.COMPLETED;
        String said = isComplete ? summary.apply(step) : step.getStatus().name().toLowerCase(Locale.ROOT);
        say(step, said);
        progress.end(step.getStepName(), said);
        return null;
    }

    /** What a step has to say of itself, kept for the night's report. */
    static void say(StepExecution step, String summary) {
        step.getExecutionContext().putString(SUMMARY, summary);
    }

    static String summaryOf(StepExecution step) {
        return step.getExecutionContext().getString(SUMMARY, "");
    }
}
