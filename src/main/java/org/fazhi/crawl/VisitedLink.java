package org.fazhi.crawl;

import java.util.Optional;
import org.fazhi.fetch.FetchRequest;
import org.fazhi.fetch.FetchResult;
import org.fazhi.state.FetchLog;
import org.fazhi.state.Frontier;

/**
 * What the visit of one link brought; nothing of it is written down yet.
 *
 * @param page present where the page was had
 */
public record VisitedLink(
        Frontier.Due link, Optional<FetchResult.Fetched> page, Frontier.Attempted attempted, FetchLog.Entry fetch) {

    static VisitedLink of(Frontier.Due link, FetchResult result, String nightId) {
        return new VisitedLink(
                link,
                result instanceof FetchResult.Fetched fetched ? Optional.of(fetched) : Optional.empty(),
                FetchRecords.attempted(result),
                FetchRecords.logged(nightId, link.sourceId(), FetchRequest.Kind.DOCUMENT, result));
    }
}
