package org.fazhi.crawl;

import java.util.List;
import java.util.Optional;
import org.fazhi.fetch.FetchResult;
import org.fazhi.state.FetchLog;
import org.fazhi.state.Frontier;

/**
 * What the visit of one link brought; nothing of it is written down yet.
 *
 * @param page present where the page was had
 * @param attached files that hold the report which the page itself does not
 */
public record VisitedLink(
        Frontier.Due link,
        Optional<FetchResult.Fetched> page,
        Frontier.Attempted attempted,
        FetchLog.Entry fetch,
        List<Frontier.Judged> attached) {

    public VisitedLink {
        attached = List.copyOf(attached);
    }
}
