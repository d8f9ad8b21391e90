package org.fazhi.app.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.warehouse.audit.Finding;

/**
 * What came of one night, for the operator: {@code reports/<night>.json} and {@code .html} under the home. The JSON's keys
 * are these names.
 *
 * @param night when it was started, as an ISO 8601 instant
 * @param ending as {@link NightOutcome.Ending#code()}
 * @param release the release that stands afterwards
 * @param startedAt of this run; later than {@code night} where it resumed one
 * @param steps of this run, in the order they were started
 * @param fetches of the night, by kind and state
 * @param documents by how they were read, with the reason where they are not loaded; see {@link NightOutcome#readings}
 * @param reread documents that this night read anew, because their reader is another or reprocess was asked for
 * @param counts what is not in the marts, and what people have put right
 * @param failed how many items the program itself failed on, by step
 * @param unseen the configured sources whose listings were never walked to their end
 */
public record NightReport(
        String night,
        String command,
        String ending,
        boolean isResumed,
        Optional<String> release,
        Instant startedAt,
        Instant endedAt,
        List<Step> steps,
        List<FetchLog.StateCount> fetches,
        List<Captures.OutcomeCount> documents,
        List<Finding> findings,
        List<String> problems,
        List<String> notes,
        Captures.RereadCount reread,
        UnseenSources unseen,
        NightCounts counts,
        SortedMap<String, Integer> failed) {

    public NightReport {
        steps = List.copyOf(steps);
        fetches = List.copyOf(fetches);
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * One step.
     *
     * @param status Spring Batch's word in lower case
     * @param seconds how long it took
     */
    public record Step(String step, String status, double seconds, String summary) {

        static Step of(String step, String status, Duration took, String summary) {
            return new Step(step, status, took.toMillis() / 1000.0, summary);
        }
    }

    /** Where the report of a night stands as a page; its JSON stands beside it. */
    public static Path page(Path home, String night) {
        // A colon is no character for a file name everywhere.
        return home.resolve("reports").resolve(night.replace(":", "") + ".html");
    }
}
