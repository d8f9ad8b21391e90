package org.fazhi.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

class StepProofTest {

    @Test
    void failsAStepThatCallsItselfCompleteWhileSomethingIsLeft() {
        StepExecution step = step(BatchStatus.COMPLETED);

        ExitStatus status = new StepProof(ended -> List.of("a", "b", "c", "d")).afterStep(step);

        assertThat(status).isEqualTo(ExitStatus.FAILED);
        assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(step.getFailureExceptions())
                .singleElement()
                .hasToString(
                        "org.fazhi.app.batch.StepProof$WorkLeft: fetch: expected nothing left to do, got 4 such as a, b, c");
    }

    @Test
    void saysNothingOfAStepThatIsDoneOrDoesNotCallItselfSo() {
        StepExecution done = step(BatchStatus.COMPLETED);
        StepExecution stopped = step(BatchStatus.STOPPED);

        assertThat(new StepProof(ended -> List.of()).afterStep(done)).isNull();
        assertThat(new StepProof(ended -> List.of("a")).afterStep(stopped)).isNull();
        assertThat(done.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
    }

    private static StepExecution step(BatchStatus status) {
        JobExecution job = new JobExecution(1, new JobInstance(1, "harvest"), new JobParameters());
        StepExecution step = new StepExecution(1, "fetch", job);
        step.setStatus(status);
        return step;
    }
}
