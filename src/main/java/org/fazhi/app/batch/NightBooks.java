package org.fazhi.app.batch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.ConfiguredSources;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Nights;
import org.fazhi.harvest.state.StateClock;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.warehouse.release.PublishedReports;
import org.fazhi.warehouse.release.Releases;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseHome;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Writes down what a night begins with and how it ends: in the state, and as a report for the operator. */
final class NightBooks {

    /** A step's worker for one host is named {@code step:host}; the report has the step only. */
    private static final String WORKER = ":";

    private final NightPlan plan;
    private final SourceIndex sources;
    private final ReaderIdentity version;
    private final State state;
    private final NightResult result;

    /** The parts of the state that are read or written here. */
    record State(
            Nights nights,
            ConfiguredSources configured,
            FetchLog fetches,
            Captures captures,
            WalkLog walks,
            StateClock clock) {}

    NightBooks(NightPlan plan, SourceIndex sources, ReaderIdentity version, State state, NightResult result) {
        this.plan = plan;
        this.sources = sources;
        this.version = version;
        this.state = state;
        this.result = result;
    }

    void open(String nightId) {
        state.configured().replace(sources.readers(version), sources.configuredListings());
        tellClock(plan.clock().instant());
        state.nights().start(nightId, plan.kind().jobName(), Instant.parse(nightId));
    }

    private void tellClock(Instant now) {
        StateClock.Ahead ahead = state.clock().mend(now);
        if (ahead.latest().isPresent() || ahead.links() > 0) {
            result.note("clock: expected nothing later than the present, " + now + ", got what the state dates "
                    + ahead.latest().map(Instant::toString).orElse("later")
                    + ": the clock ran ahead then, or is behind now; " + ahead.links() + " links are due again, "
                    + ahead.walks() + " walks through listings are forgotten");
        }
    }

    /** True where the audit refused what the night made. */
    boolean isRefused(String nightId) {
        return state.nights()
                .find(nightId)
                .flatMap(Nights.Night::outcome)
                .filter(NightOutcome.Ending.REFUSED.code()::equals)
                .isPresent();
    }

    /** Returns the outcome, with a problem more where the report cannot be written; that fails no night. */
    NightOutcome close(NightOutcome ended, Instant startedAt, JobExecution execution) {
        Captures.RereadCount reread = state.captures().countReread(ended.nightId());
        NightOutcome outcome = reread.read() == 0
                ? ended
                : ended.noting(reread.read() + " documents were read anew; what was read from " + reread.changed()
                        + " of them changed");
        Instant endedAt = plan.clock().instant();
        state.nights().end(outcome.nightId(), endedAt, outcome.ending().code(), outcome.releaseId());
        try {
            NightReportWriter.write(plan.home(), report(outcome, reread, startedAt, endedAt, execution));
            return outcome;
        } catch (IOException e) {
            List<String> problems = new ArrayList<>(outcome.problems());
            problems.add(plan.reportFolder() + ": expected to write the night's report there, got " + e);
            return new NightOutcome(
                    outcome.nightId(),
                    outcome.ending(),
                    outcome.isResumed(),
                    outcome.releaseId(),
                    problems,
                    outcome.notes(),
                    outcome.readings(),
                    outcome.failed());
        }
    }

    /**
     * How the pages were read: of the release that stands since this night, which knows also what loading left out; else of
     * the configured sources.
     */
    List<Captures.OutcomeCount> readings(Optional<String> releaseId) {
        if (releaseId.isEmpty()) {
            return state.captures().countByOutcome();
        }
        try (PublishedReports reports = PublishedReports.open(new WarehouseHome(plan.home()))) {
            return OutcomeSummary.of(reports.readings());
        } catch (WarehouseException e) {
            result.note("readings of the release: expected to read them, got " + e.getMessage());
            return state.captures().countByOutcome();
        }
    }

    private NightReport report(
            NightOutcome outcome,
            Captures.RereadCount reread,
            Instant startedAt,
            Instant endedAt,
            JobExecution execution) {
        UnseenSources unseen = UnseenSources.of(state.walks());
        WarehouseHome home = new WarehouseHome(plan.home());
        return new NightReport(
                outcome.nightId(),
                plan.kind().jobName(),
                outcome.ending().code(),
                outcome.isResumed(),
                outcome.releaseId(),
                startedAt,
                endedAt,
                execution.getStepExecutions().stream()
                        .filter(step -> !step.getStepName().contains(WORKER))
                        .sorted(Comparator.comparingLong(StepExecution::getId))
                        .map(NightBooks::step)
                        .toList(),
                state.fetches().countByState(outcome.nightId()),
                outcome.readings(),
                result.findings(),
                outcome.problems(),
                outcome.notes(),
                reread,
                unseen,
                NightCounts.of(outcome, new Releases(home).current(), home),
                outcome.failed());
    }

    private static NightReport.Step step(StepExecution step) {
        Duration took = Optional.<LocalDateTime>ofNullable(step.getStartTime())
                .flatMap(start ->
                        Optional.<LocalDateTime>ofNullable(step.getEndTime()).map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
        return NightReport.Step.of(
                step.getStepName(), step.getStatus().name().toLowerCase(Locale.ROOT), took, StepReport.summaryOf(step));
    }
}
