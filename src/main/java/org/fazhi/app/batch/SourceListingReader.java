package org.fazhi.app.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;

/** Reads the listings of one host in order; a resumed night goes on behind the last one committed. */
final class SourceListingReader extends AbstractItemCountingItemStreamItemReader<SourceListing> {

    private final List<SourceListing> listings;

    SourceListingReader(List<SourceListing> listings) {
        this.listings = listings;
        setName("listings");
    }

    @Override
    protected @Nullable SourceListing doRead() {
        int next = getCurrentItemCount() - 1;
        return next < listings.size() ? listings.get(next) : null;
    }

    @Override
    protected void jumpToItem(int itemIndex) {
        // A position in a list needs no walking.
        setCurrentItemCount(itemIndex);
    }

    @Override
    protected void doOpen() {
        setSaveState(true);
    }

    @Override
    protected void doClose() {
        setSaveState(true);
    }
}
