package org.fazhi.app.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.source.ConfigurationException;
import org.fazhi.text.Digest;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Starts the night's job: the one that was cut off, if there is one, else a new one. */
final class NightLauncher {

    static final String NIGHT = "night";
    private static final String JOBS = "jobs";
    private static final String WARCS = "warcs";

    /** Spring Batch marks a recovered run in its context, which a resumed run inherits. */
    private static final String RECOVERED = "batch.recovered";

    private final NightPlan plan;
    private final LostState lost;
    private final List<Job> jobs;
    private final JobOperator operator;
    private final JobRepository repository;
    private final NightBooks books;
    private final NightResult result;
    private final NightStop stop;

    NightLauncher(
            NightPlan plan,
            LostState lost,
            List<Job> jobs,
            JobOperator operator,
            JobRepository repository,
            NightBooks books,
            NightResult result,
            NightStop stop) {
        this.plan = plan;
        this.lost = lost;
        this.jobs = jobs;
        this.operator = operator;
        this.repository = repository;
        this.books = books;
        this.result = result;
        this.stop = stop;
    }

    /** Which night a job's parameters name. */
    static String night(JobParameters parameters) {
        return Optional.ofNullable(parameters.getString(NIGHT)).orElseThrow();
    }

    /** Which night a step works for. */
    static String night(StepExecution step) {
        return night(step.getJobParameters());
    }

    NightOutcome launch() {
        lost.makeAnew();
        String jobName = plan.kind().jobName();
        Job job = jobs.stream()
                .filter(candidate -> candidate.getName().equals(jobName))
                .findFirst()
                .orElseThrow();
        Optional<JobParameters> unfinished = unfinished(jobName);
        JobParameters parameters = unfinished.orElseGet(this::newNight);
        String nightId = night(parameters);
        books.open(nightId);
        Instant startedAt = plan.clock().instant();
        JobExecution execution = start(job, parameters);
        return books.close(outcome(execution, nightId, unfinished.isPresent()), startedAt, execution);
    }

    private JobExecution start(Job job, JobParameters parameters) {
        stop.by(() -> requestStop(job.getName()));
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException(job.getName() + ": cannot be started", e);
        } finally {
            stop.byNothing();
        }
    }

    /** Asks the job to stop behind its present chunk, so that the next start resumes without repair. */
    private void requestStop(String jobName) {
        for (JobExecution running : repository.findRunningJobExecutions(jobName)) {
            try {
                if (running.getStatus() != BatchStatus.STOPPING) {
                    operator.stop(running);
                }
            } catch (JobExecutionNotRunningException e) {
                // It ended by itself in between.
                return;
            }
        }
    }

    /** The parameters of the last night of this command over these sources, where it did not complete. */
    private Optional<JobParameters> unfinished(String jobName) {
        JobInstance instance = repository.getLastJobInstance(jobName);
        if (instance == null) {
            return Optional.empty();
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // It was cut off before it began; a night at the same moment could not be told from it.
            repository.deleteJobInstance(instance);
            return Optional.empty();
        }
        if (plan.kind() == NightPlan.Kind.REPROCESS) {
            // Who asks for it wants the archive read anew, whatever became of the time before.
            recover(last);
            return Optional.empty();
        }
        if (last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.ABANDONED) {
            return Optional.empty();
        }
        if (!jobsFolder().equals(last.getJobParameters().getString(JOBS))
                || !warcs().equals(last.getJobParameters().getString(WARCS, ""))) {
            return Optional.empty();
        }
        if (plan.kind() == NightPlan.Kind.HARVEST && books.isRefused(night(last.getJobParameters()))) {
            // What the audit refused is the sites' as much as ours: the next night asks them again.
            return Optional.empty();
        }
        settle(last);
        recover(last);
        return Optional.of(last.getJobParameters());
    }

    /** One that runs: the state database is ours alone, so the process that ran it is dead. */
    private void recover(JobExecution last) {
        if (last.isRunning()) {
            // A night may be killed more than once: the mark of the recovery before would hinder this one.
            last.getExecutionContext().remove(RECOVERED);
            operator.recover(last);
        }
    }

    /**
     * A fault of the disk may keep the end of a step or of the job from being written down: it is left as unknown, or as
     * running though its job has ended, and nothing is begun again beside it. What is left to do says the state, so that such
     * a step has failed like any other.
     */
    private void settle(JobExecution last) {
        for (StepExecution step : last.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }

    private JobParameters newNight() {
        return new JobParametersBuilder()
                .addString(
                        NIGHT,
                        plan.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .addString(JOBS, jobsFolder())
                .addString(WARCS, warcs())
                .toJobParameters();
    }

    private String jobsFolder() {
        return plan.registry().folder().toAbsolutePath().normalize().toString();
    }

    /** Tells nights over other files apart; a parameter holds 2,500 characters, so their paths are digested. */
    private String warcs() {
        List<String> paths = plan.warcs().stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .toList();
        return paths.isEmpty() ? "" : Digest.of(String.join("\n", paths)).hex();
    }

    private NightOutcome outcome(JobExecution execution, String nightId, boolean isResumed) {
        execution.getAllFailureExceptions().forEach(fault -> result.problem(problem(fault)));
        NightOutcome.Ending ending = result.ending();
        if (execution.getStatus() == BatchStatus.STOPPED || execution.getStatus() == BatchStatus.STOPPING) {
            ending = NightOutcome.Ending.STOPPED;
        } else if (execution.getStatus() != BatchStatus.COMPLETED && ending != NightOutcome.Ending.REFUSED) {
            boolean isBadInput = execution.getAllFailureExceptions().stream().anyMatch(NightLauncher::isOfInput);
            ending = isBadInput ? NightOutcome.Ending.BAD_INPUT : NightOutcome.Ending.FAILED;
        }
        return new NightOutcome(
                nightId,
                ending,
                isResumed,
                result.releaseId(),
                result.problems(),
                result.notes(),
                books.readings(result.releaseId()),
                result.failed());
    }

    private static boolean isOfInput(Throwable fault) {
        return Causes.of(fault).anyMatch(ConfigurationException.class::isInstance);
    }

    private static Optional<String> saidByUs(Throwable fault) {
        boolean isOurs = fault.getClass().getPackageName().startsWith("org.fazhi");
        return isOurs ? Optional.ofNullable(fault.getMessage()) : Optional.empty();
    }

    /** What the program itself says of the fault, which names the place, and what lay beneath it. */
    static String problem(Throwable fault) {
        List<Throwable> causes = Causes.of(fault).toList();
        Optional<String> said =
                causes.stream().flatMap(cause -> saidByUs(cause).stream()).findFirst();
        Throwable root = causes.get(causes.size() - 1);
        String beneath = root.getClass().getSimpleName() + ": " + root.getMessage();
        String message = String.valueOf(root.getMessage());
        return said.map(text -> text.contains(message) ? text : text + " (" + beneath + ")")
                .orElse(beneath);
    }
}
