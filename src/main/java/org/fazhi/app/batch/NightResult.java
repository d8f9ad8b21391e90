package org.fazhi.app.batch;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fazhi.reading.Detail;
import org.fazhi.warehouse.audit.Finding;
import org.jspecify.annotations.Nullable;

/** What the steps of one night have to say about its ending; written by one step at a time. */
final class NightResult {

    private static final int FAULTS_NAMED = 20;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final SortedMap<String, Integer> failed = new TreeMap<>();
    private final List<String> losses = new CopyOnWriteArrayList<>();
    private volatile List<Finding> findings = List.of();
    private volatile NightOutcome.Ending ending = NightOutcome.Ending.FAILED;
    private volatile @Nullable String releaseId;

    void ended(NightOutcome.Ending ending, Optional<String> releaseId) {
        this.ending = ending;
        this.releaseId = releaseId.orElse(null);
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** What the operator should know and need not mend. */
    void note(String note) {
        notes.add(note);
    }

    /**
     * The archive is damaged.
     *
     * @param isKnown true where the state knows what should stand there, and tells of each page itself
     */
    void damaged(String damage, boolean isKnown) {
        notes.add(damage + "; put the file back from a copy and run reprocess");
        if (!isKnown) {
            losses.add(damage);
        }
    }

    /**
     * The program failed on an item, which its state tells; all are counted, and the first named.
     *
     * @param said what is said of the fault
     */
    synchronized void failed(NightItem item, String said) {
        int count = failed.merge(item.step(), 1, Integer::sum);
        if (count <= FAULTS_NAMED) {
            notes.add(item.step() + ": source " + item.sourceId() + ", " + Detail.of(item.url()) + ": " + said);
        }
    }

    /** How many items the program failed on, by step. */
    synchronized SortedMap<String, Integer> failed() {
        return new TreeMap<>(failed);
    }

    /** Damages of the archive of which nobody knows what stood there. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    void found(List<Finding> auditFindings) {
        findings = List.copyOf(auditFindings);
    }

    List<Finding> findings() {
        return findings;
    }

    NightOutcome.Ending ending() {
        return ending;
    }

    Optional<String> releaseId() {
        return Optional.ofNullable(releaseId);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
