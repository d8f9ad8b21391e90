package org.fazhi.harvest.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.archive.CaptureContext;
import org.fazhi.harvest.archive.CaptureRecord;
import org.fazhi.harvest.discovery.ReportTitle;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.state.Answers;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;

/** Keeps what a visit brought: the page in the archive first, then the state that points to it. */
public final class VisitRecorder {

    private final Archive archive;
    private final Captures captures;
    private final Frontier frontier;
    private final FetchLog fetchLog;
    private final int withdrawnAfter;

    /** @param withdrawnAfter nights after which a page that is gone counts as withdrawn */
    public VisitRecorder(Archive archive, Captures captures, Frontier frontier, FetchLog fetchLog, int withdrawnAfter) {
        this.withdrawnAfter = withdrawnAfter;
        this.archive = archive;
        this.captures = captures;
        this.frontier = frontier;
        this.fetchLog = fetchLog;
    }

    public void record(VisitedLink visited, String nightId) {
        Frontier.Due link = visited.link();
        visited.page().ifPresent(page -> {
            OptionalInt year = ReportTitle.year(link.title());
            CaptureRecord record = archive.store(
                    page,
                    new CaptureContext(
                            link.sourceId(),
                            Optional.of(link.title()).filter(title -> !title.isEmpty()),
                            Optional.of(link.via()),
                            year,
                            link.listedOn()));
            Captures.Entry entry = entry(record, link.sourceId());
            keep(record, entry);
            captures.answers().add(Answers.Entry.of(entry, Optional.of(page.url())));
        });
        visited.fetches().forEach(fetchLog::add);
        frontier.addAttached(visited.attached());
        frontier.attempted(link.sourceId(), link.url(), nightId, restOf(visited));
    }

    /** A page that was had and is gone is asked for every night until that is certain, and only then left to rest. */
    private Frontier.Attempted restOf(VisitedLink visited) {
        Frontier.Due link = visited.link();
        Frontier.Attempted attempted = visited.attempted();
        boolean isUncertain = FetchState.isGone(attempted.state())
                && frontier.payload(link).isPresent()
                && fetchLog.goneNights(
                                link.sourceId(),
                                link.url(),
                                captures.answers()
                                        .last(link.sourceId(), link.url())
                                        .map(Answers.Entry::at)
                                        .orElse(Instant.EPOCH))
                        < withdrawnAfter;
        return isUncertain ? attempted.resting(Duration.ZERO) : attempted;
    }

    /** A page that was had before stays where it was first archived, as long as it can be read there. */
    private void keep(CaptureRecord record, Captures.Entry entry) {
        boolean isLost = !captures.add(entry)
                && captures.place(entry)
                        // The archive has just looked there.
                        .filter(place -> !place.equals(record.payloadLocation()) || !record.isRevisit())
                        .filter(place -> !archive.holds(place, record.digest()))
                        .isPresent();
        if (isLost) {
            captures.move(entry);
        }
    }

    /** What the state keeps of a capture; it leads to the record that holds the payload. */
    public static Captures.Entry entry(CaptureRecord record, String sourceId) {
        return new Captures.Entry(
                record.url(),
                record.digest(),
                sourceId,
                record.fetchedAt(),
                record.location().file(),
                record.location().offset());
    }
}
