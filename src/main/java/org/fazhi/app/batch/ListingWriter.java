package org.fazhi.app.batch;

import java.util.function.Consumer;
import org.fazhi.harvest.crawl.CrawledListing;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.WalkLog;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Keeps what the walk through a listing brought. */
final class ListingWriter implements ItemWriter<CrawledListing> {

    private final Frontier frontier;
    private final ListingPages pages;
    private final Consumer<FetchLog.Entry> fetchLog;
    private final WalkLog walks;
    private final StepProgress progress;

    /** @param fetchLog takes each attempt */
    ListingWriter(
            Frontier frontier,
            ListingPages pages,
            Consumer<FetchLog.Entry> fetchLog,
            WalkLog walks,
            StepProgress progress) {
        this.frontier = frontier;
        this.pages = pages;
        this.fetchLog = fetchLog;
        this.walks = walks;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends CrawledListing> chunk) {
        chunk.forEach(crawled -> {
            frontier.add(crawled.links());
            crawled.pages().forEach(pages::put);
            crawled.fetches().forEach(fetchLog);
            crawled.walk().ifPresent(walks::add);
            progress.advance("discover", 1);
        });
    }
}
