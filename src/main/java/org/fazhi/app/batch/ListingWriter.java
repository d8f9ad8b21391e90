package org.fazhi.app.batch;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.fazhi.harvest.crawl.CrawledListing;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Keeps what the walk through a listing brought. */
final class ListingWriter implements ItemWriter<WalkedSource> {

    private final Kept kept;
    private final Consumer<FetchLog.Entry> fetchLog;
    private final ItemFaults faults;
    private final Clock clock;
    private final String night;
    private final StepProgress progress;

    /** Where it is kept. */
    record Kept(Frontier frontier, ListingPages pages, WalkLog walks) {}

    /** @param fetchLog takes each attempt */
    ListingWriter(
            Kept kept,
            Consumer<FetchLog.Entry> fetchLog,
            ItemFaults faults,
            Clock clock,
            String night,
            StepProgress progress) {
        this.kept = kept;
        this.fetchLog = fetchLog;
        this.faults = faults;
        this.clock = clock;
        this.night = night;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends WalkedSource> chunk) {
        chunk.forEach(walked -> {
            SourceListing item = walked.item();
            faults.write(
                    NightItem.of(item),
                    () -> write(walked.crawled()),
                    said -> write(item.failed(night, clock.instant(), said)));
            progress.advance("discover", 1);
        });
    }

    private void write(CrawledListing crawled) {
        kept.frontier().add(crawled.links());
        crawled.pages().forEach(kept.pages()::put);
        crawled.fetches().forEach(fetchLog);
        crawled.walk().ifPresent(walk -> {
            kept.walks().add(walk);
            if (walk.end() == WalkEnd.COMPLETE) {
                kept.frontier().walked(walk.sourceId(), URI.create(walk.listing()), walk.beganAt(), crawled.links());
            }
        });
    }
}
