package org.fazhi.harvest.crawl;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.discovery.Places;
import org.fazhi.harvest.discovery.RowOrder;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.ConfiguredListing;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;

/** Counts what a walk gives while it goes, and says at its end what it can prove. Not for use by several threads. */
public final class WalkTally {

    private final ConfiguredListing listing;
    private final String nightId;
    private Optional<FetchResult> first = Optional.empty();
    private Instant beganAt = Instant.MAX;
    private Instant endedAt = Instant.MIN;
    private int rows;
    private int taken;
    private final List<LocalDate> dates = new ArrayList<>();
    private Optional<LocalDate> newest = Optional.empty();

    public WalkTally(Source source, Source.Listing listing, String nightId) {
        this.listing = ConfiguredListing.of(source, listing);
        this.nightId = nightId;
    }

    /** A page was asked for. */
    public void asked(FetchResult result) {
        FetchResult.Trace trace = result.trace();
        Instant end = trace.startedAt().plus(trace.duration());
        first = first.or(() -> Optional.of(result));
        beganAt = trace.startedAt().isBefore(beganAt) ? trace.startedAt() : beganAt;
        endedAt = end.isAfter(endedAt) ? end : endedAt;
    }

    /** A page gave rows that none before it gave. */
    public void given(List<Frontier.Judged> links) {
        rows += links.size();
        taken += Math.toIntExact(links.stream().filter(Frontier.Judged::isTaken).count());
        links.stream().flatMap(link -> link.listedOn().stream()).forEach(date -> {
            dates.add(date);
            newest = newest.filter(known -> !date.isAfter(known)).or(() -> Optional.of(date));
        });
    }

    /** What is written down of the walk; empty where there was nobody to ask, so that there was none. */
    public Optional<WalkLog.Entry> entry(ListingWalk walk) {
        return first.map(result -> new WalkLog.Entry(
                nightId,
                listing.sourceId(),
                listing.url().toString(),
                listing.settings(),
                beganAt,
                endedAt,
                end(walk, result),
                walk.pages(),
                rows,
                dates.size(),
                taken,
                RowOrder.reach(dates),
                newest));
    }

    /** Of a walk that the program failed on. */
    static WalkLog.Entry failed(Source source, Source.Listing listing, String nightId, Instant at) {
        ConfiguredListing configured = ConfiguredListing.of(source, listing);
        return new WalkLog.Entry(
                nightId,
                configured.sourceId(),
                configured.url().toString(),
                configured.settings(),
                at,
                at,
                WalkEnd.FAILED,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private WalkEnd end(ListingWalk walk, FetchResult firstResult) {
        WalkEnd end = endOfRows(walk, firstResult);
        return end.isWhole()
                        && !Places.isSame(
                                firstResult.trace().url(), firstResult.trace().finalUrl())
                ? WalkEnd.REDIRECTED
                : end;
    }

    private WalkEnd endOfRows(ListingWalk walk, FetchResult firstResult) {
        if (walk.pages() == 0) {
            // "Not modified" of a page that is not at hand is a fault of the server.
            return firstResult instanceof FetchResult.NotModified ? WalkEnd.FAILED : WalkEnd.of(firstResult.state());
        }
        ListingWalk.Stop stop = walk.stop().orElse(ListingWalk.Stop.MISSED);
        boolean isRead = stop == ListingWalk.Stop.COMPLETE || stop == ListingWalk.Stop.PAGER_UNKNOWN;
        if (isRead && rows == 0) {
            return WalkEnd.NO_ROWS;
        }
        if (stop != ListingWalk.Stop.COMPLETE) {
            return WalkEnd.of(stop.code());
        }
        return dates.isEmpty() && !walk.showsDays() ? WalkEnd.NOT_DATED : WalkEnd.COMPLETE;
    }
}
