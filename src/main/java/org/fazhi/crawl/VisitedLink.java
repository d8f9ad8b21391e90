package org.fazhi.crawl;

import java.util.List;
import java.util.Optional;
import org.fazhi.fetch.FetchRequest;
import org.fazhi.fetch.FetchResult;
import org.fazhi.state.FetchLog;
import org.fazhi.state.Frontier;

/**
 * What the visit of one link brought; nothing of it is written down yet.
 *
 * @param page present where the page was had
 * @param fetches its own and those of robots.txt before it
 */
public record VisitedLink(
        Frontier.Due link,
        Optional<FetchResult.Fetched> page,
        Frontier.Attempted attempted,
        List<FetchLog.Entry> fetches) {

    public VisitedLink {
        fetches = List.copyOf(fetches);
    }

    static VisitedLink of(Frontier.Due link, FetchResult result, String nightId) {
        return new VisitedLink(
                link,
                result instanceof FetchResult.Fetched fetched ? Optional.of(fetched) : Optional.empty(),
                FetchRecords.attempted(result),
                FetchRecords.logged(nightId, link.sourceId(), FetchRequest.Kind.DOCUMENT, result));
    }
}
