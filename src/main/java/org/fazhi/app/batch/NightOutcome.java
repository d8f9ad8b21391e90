package org.fazhi.app.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fazhi.harvest.state.Captures.OutcomeCount;

/**
 * How a night ended.
 *
 * @param nightId when it was started, as an ISO 8601 instant
 * @param releaseId the release that stands afterwards, if there is one
 * @param problems what went wrong, a line a piece; for a refused publish the audit's errors
 * @param notes what the operator should know and need not mend, a line a piece
 * @param readings how the pages were read that the release was made of, with the reason where they are not loaded; without a
 *     release of this night, those of the configured sources
 * @param failed how many items the program itself failed on, by step; each is named in its state, and the first in the notes
 */
public record NightOutcome(
        String nightId,
        Ending ending,
        boolean isResumed,
        Optional<String> releaseId,
        List<String> problems,
        List<String> notes,
        List<OutcomeCount> readings,
        SortedMap<String, Integer> failed) {

    public NightOutcome {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        readings = List.copyOf(readings);
        failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
    }

    /** The same, with a note more. */
    NightOutcome noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new NightOutcome(nightId, ending, isResumed, releaseId, problems, more, readings, failed);
    }

    /** The endings. */
    public enum Ending {
        /** A new release stands. */
        PUBLISHED,
        /** There was nothing new; the release that stood stands. */
        UNCHANGED,
        /** An audit found errors; nothing was published, the old release stands. */
        REFUSED,
        /** What people have put right contradicts itself; nothing was published, and the next start resumes. */
        BAD_INPUT,
        /** A step failed; the next start of the same command resumes there. */
        FAILED,
        /** It was asked to stop; the next start of the same command resumes there. */
        STOPPED;

        /** The word in the state and in reports. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
