package org.fazhi.app.batch;

import java.util.Optional;
import java.util.Set;
import org.fazhi.warehouse.audit.AuditReport;
import org.fazhi.warehouse.audit.Auditor;
import org.fazhi.warehouse.audit.Finding;
import org.fazhi.warehouse.release.BuildOutcome;
import org.fazhi.warehouse.release.BuiltRelease;
import org.fazhi.warehouse.release.Publication;
import org.fazhi.warehouse.release.Publisher;
import org.fazhi.warehouse.release.ReleaseBuilder;
import org.fazhi.warehouse.store.LoadProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Carries the night's release from load over audit to publish. The three run one after the other in one process. */
final class NightRelease {

    /** The audit that a damaged archive fails. */
    private static final String LOST_ARCHIVE = "lost_archive";

    private final ReleaseBuilder builder;
    private final Auditor auditor;
    private final Publisher publisher;
    private final LoadInputs inputs;
    private final Set<String> accepted;
    private final NightResult result;
    private final ItemFaults faults;
    private @Nullable BuiltRelease built;
    private @Nullable AuditReport audited;

    /** @param accepted audits whose errors do not stop the publish, where their heads allow it */
    NightRelease(
            ReleaseBuilder builder,
            Auditor auditor,
            Publisher publisher,
            LoadInputs inputs,
            Set<String> accepted,
            NightResult result,
            ItemFaults faults) {
        this.builder = builder;
        this.auditor = auditor;
        this.publisher = publisher;
        this.inputs = inputs;
        this.accepted = accepted;
        this.result = result;
        this.faults = faults;
    }

    RepeatStatus load(String nightId, StepExecution step) {
        BuildOutcome outcome = builder.build(inputs.of(nightId), new Loading());
        if (outcome instanceof BuildOutcome.NothingNew nothing) {
            built = null;
            result.ended(
                    NightOutcome.Ending.UNCHANGED,
                    Optional.of(nothing.standing().release()));
            return say(step, "nothing new: release " + nothing.standing().release() + " stands");
        }
        BuildOutcome.Built fresh = (BuildOutcome.Built) outcome;
        BuiltRelease release = fresh.release();
        built = release;
        return say(
                step,
                release.martRows().getOrDefault("mart_document", 0L) + " documents, "
                        + release.martRows().getOrDefault("mart_figure", 0L) + " figures, "
                        + release.martRows().getOrDefault("mart_observation", 0L) + " observations"
                        + (release.reviews().entries() > 0
                                ? ", " + release.reviews().text()
                                : "")
                        + fresh.outdated().map(message -> "; " + message).orElse(""));
    }

    RepeatStatus audit(StepExecution step) {
        BuiltRelease release = built;
        if (release == null) {
            return say(step, "nothing to audit");
        }
        AuditReport report = auditor.audit(release.file(), accepted, LoadProgress.NONE);
        audited = report;
        result.found(report.findings());
        return say(
                step,
                report.auditCount() + " audits, " + report.errors().size() + " errors, "
                        + (report.accepted().isEmpty() ? "" : report.accepted().size() + " accepted, ")
                        + report.warnings().size() + " warnings");
    }

    RepeatStatus publish(StepExecution step) {
        BuiltRelease release = built;
        AuditReport report = audited;
        if (release == null || report == null) {
            return say(step, "nothing to publish");
        }
        if (!result.losses().isEmpty() && !accepted.contains(LOST_ARCHIVE)) {
            result.losses()
                    .forEach(loss -> result.problem(LOST_ARCHIVE + ": " + loss
                            + "; pages may have stood there that nothing else knows: put the file back from a copy and run reprocess;"
                            + " to publish without them: --accept " + LOST_ARCHIVE));
            return refuse(step, report);
        }
        Publication publication = publisher.publish(release, report, LoadProgress.NONE);
        if (publication instanceof Publication.Published published) {
            result.ended(
                    NightOutcome.Ending.PUBLISHED,
                    Optional.of(published.manifest().release()));
            return say(step, "release " + published.manifest().release());
        }
        if (publication instanceof Publication.Unchanged unchanged) {
            result.ended(
                    NightOutcome.Ending.UNCHANGED,
                    Optional.of(unchanged.manifest().release()));
            return say(step, "same rows: release " + unchanged.manifest().release() + " stands");
        }
        return refuse(step, ((Publication.Refused) publication).report());
    }

    private RepeatStatus refuse(StepExecution step, AuditReport report) {
        for (Finding finding : report.errors()) {
            result.problem(finding.audit() + ": " + finding.title() + ": expected no row, got " + finding.rowCount()
                    + ", such as " + finding.examples() + "; " + finding.remedy()
                    + (finding.isAcceptable() ? "; to publish it as it is: --accept " + finding.audit() : ""));
        }
        int errors = report.errors().size() + result.losses().size();
        result.ended(NightOutcome.Ending.REFUSED, Optional.empty());
        say(step, "refused for " + errors + " errors; the old release stands");
        throw new RefusedRelease(errors);
    }

    /** Watches the documents as they are loaded. */
    private final class Loading implements LoadProgress {

        @Override
        public void on(String stage, long done) {
            // The step tells what it made when it is done.
        }

        @Override
        public void loading(String sourceId, String url) {
            faults.watched(new NightItem("load", sourceId, url));
        }

        @Override
        public void failed(String sourceId, String what, Throwable fault) {
            faults.refuseMachine(fault);
            faults.told(new NightItem("load", sourceId, what), fault);
        }
    }

    private static RepeatStatus say(StepExecution step, String summary) {
        StepReport.say(step, summary);
        return RepeatStatus.FINISHED;
    }

    /** Ends the publish step, so that the night does not count as complete. */
    static final class RefusedRelease extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedRelease(int errors) {
            super("the release was refused: expected no error, got " + errors);
        }
    }
}
