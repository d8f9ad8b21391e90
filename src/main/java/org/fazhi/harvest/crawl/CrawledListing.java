package org.fazhi.harvest.crawl;

import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.WalkLog;

/**
 * What the walk through one listing brought.
 *
 * @param stop why the walk ended, such as {@code complete} or {@code missed}
 * @param links every row, judged
 * @param pages the pages that were sent anew
 * @param walk what is written down of it; empty where nothing was walked: nobody to ask, or documents named by their URL
 */
public record CrawledListing(
        String sourceId,
        String dialect,
        String stop,
        List<Frontier.Judged> links,
        List<ListingPages.Page> pages,
        List<FetchLog.Entry> fetches,
        Optional<WalkLog.Entry> walk) {

    public CrawledListing {
        links = List.copyOf(links);
        pages = List.copyOf(pages);
        fetches = List.copyOf(fetches);
    }
}
