package org.fazhi.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fazhi.state.Nights;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Starts the night's job: the one that was cut off, if there is one, else a new one. */
final class NightLauncher {

    static final String NIGHT = "night";
    private static final String JOBS = "jobs";
    /** A step ends its chunk first; the longest is one slow request or the warehouse's build. */
    private static final long SECONDS_TO_STOP = 120;

    private final NightPlan plan;
    private final List<Job> jobs;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Nights nights;
    private final NightResult result;

    NightLauncher(
            NightPlan plan,
            List<Job> jobs,
            JobOperator operator,
            JobRepository repository,
            Nights nights,
            NightResult result) {
        this.plan = plan;
        this.jobs = jobs;
        this.operator = operator;
        this.repository = repository;
        this.nights = nights;
        this.result = result;
    }

    NightOutcome launch() {
        String jobName = plan.kind().jobName();
        Job job = jobs.stream()
                .filter(candidate -> candidate.getName().equals(jobName))
                .findFirst()
                .orElseThrow();
        Optional<JobParameters> unfinished = unfinished(jobName);
        JobParameters parameters = unfinished.orElseGet(this::newNight);
        String nightId = String.valueOf(parameters.getString(NIGHT));
        nights.start(nightId, jobName, Instant.parse(nightId));
        JobExecution execution = start(job, parameters);
        NightOutcome outcome = outcome(execution, nightId, unfinished.isPresent());
        nights.end(nightId, plan.clock().instant(), outcome.ending().code(), outcome.releaseId());
        return outcome;
    }

    private JobExecution start(Job job, JobParameters parameters) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> stopAndWait(job.getName(), ended), "stop-night");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return operator.start(job, parameters);
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new IllegalStateException(job.getName() + ": cannot be started", e);
        } finally {
            ended.countDown();
            removeHook(stop);
        }
    }

    private static void removeHook(Thread stop) {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            // The process is already shutting down; the hook itself is waiting for us.
            Thread.yield();
        }
    }

    /** On SIGTERM: ask the job to stop after its present chunk, so that the next start resumes without repair. */
    private void stopAndWait(String jobName, CountDownLatch ended) {
        for (JobExecution running : repository.findRunningJobExecutions(jobName)) {
            try {
                operator.stop(running);
            } catch (org.springframework.batch.core.launch.JobExecutionNotRunningException e) {
                ended.countDown();
            }
        }
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                result.problem("stopped before the present step could end; the next start repairs and resumes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The parameters of the last night of this command over these sources, where it did not complete. */
    private Optional<JobParameters> unfinished(String jobName) {
        JobInstance instance = repository.getLastJobInstance(jobName);
        if (instance == null) {
            return Optional.empty();
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null || last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.ABANDONED) {
            return Optional.empty();
        }
        if (!jobsFolder().equals(last.getJobParameters().getString(JOBS))) {
            return Optional.empty();
        }
        if (last.isRunning()) {
            // The state database is ours alone, so the process that ran it is dead.
            operator.recover(last);
        }
        return Optional.of(last.getJobParameters());
    }

    private JobParameters newNight() {
        return new JobParametersBuilder()
                .addString(
                        NIGHT,
                        plan.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .addString(JOBS, jobsFolder())
                .toJobParameters();
    }

    private String jobsFolder() {
        return plan.registry().folder().toAbsolutePath().normalize().toString();
    }

    private NightOutcome outcome(JobExecution execution, String nightId, boolean isResumed) {
        execution.getAllFailureExceptions().forEach(fault -> result.problem(rootMessage(fault)));
        NightOutcome.Ending ending = result.ending();
        if (execution.getStatus() == BatchStatus.STOPPED || execution.getStatus() == BatchStatus.STOPPING) {
            ending = NightOutcome.Ending.STOPPED;
        } else if (execution.getStatus() != BatchStatus.COMPLETED && ending != NightOutcome.Ending.REFUSED) {
            ending = NightOutcome.Ending.FAILED;
        }
        return new NightOutcome(nightId, ending, isResumed, result.releaseId(), result.problems());
    }

    private static String rootMessage(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
