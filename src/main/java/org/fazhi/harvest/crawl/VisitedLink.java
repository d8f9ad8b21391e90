package org.fazhi.harvest.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;

/**
 * What the visit of one link brought; nothing of it is written down yet.
 *
 * @param page present where the page was had
 * @param fetches its own and those of robots.txt before it
 * @param attached files that hold the report which the page itself does not
 */
public record VisitedLink(
        Frontier.Due link,
        Optional<FetchResult.Fetched> page,
        Frontier.Attempted attempted,
        List<FetchLog.Entry> fetches,
        List<Frontier.Judged> attached) {

    public VisitedLink {
        fetches = List.copyOf(fetches);
        attached = List.copyOf(attached);
    }

    /** What is written down of a link on which the program failed; it is asked for again in the next night. */
    public static VisitedLink failed(Frontier.Due link, String nightId, Instant at, String reason) {
        return new VisitedLink(
                link,
                Optional.empty(),
                new Frontier.Attempted(
                        FetchState.FAILED.code(), Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO),
                List.of(FetchRecords.failed(
                        nightId, link.sourceId(), link.url(), FetchRequest.Kind.DOCUMENT, at, reason)),
                List.of());
    }

    static VisitedLink of(
            PageInspection inspection, Source source, Frontier.Due link, FetchResult result, String nightId) {
        Optional<FetchResult.Fetched> page =
                result instanceof FetchResult.Fetched fetched ? Optional.of(fetched) : Optional.empty();
        return new VisitedLink(
                link,
                page,
                FetchRecords.attempted(result),
                FetchRecords.logged(nightId, link.sourceId(), FetchRequest.Kind.DOCUMENT, result),
                page.map(fetched -> AttachedLinks.of(inspection, source, link, fetched))
                        .orElse(List.of()));
    }
}
