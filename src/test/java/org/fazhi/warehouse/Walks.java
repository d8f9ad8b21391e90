package org.fazhi.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fazhi.warehouse.load.WalkedListing;

/** Writes down walks through listings, as the crawl would have. */
public final class Walks {

    private Walks() {}

    /** The last walk of a listing, to its end: 12 rows, 10 of them with a date. */
    public static WalkedListing whole(String source, String listing, LocalDate day) {
        return new WalkedListing(
                source,
                listing,
                true,
                true,
                "complete",
                day,
                noon(day),
                noon(day).plusSeconds(9),
                2,
                12,
                10,
                3,
                Optional.of(LocalDate.of(2012, 5, 7)),
                Optional.of(LocalDate.of(2025, 12, 30)),
                "settings");
    }

    /** The last walk of a listing, that came to nothing. */
    public static WalkedListing cutOff(String source, String listing, LocalDate day, String end) {
        return new WalkedListing(
                source,
                listing,
                true,
                false,
                end,
                day,
                noon(day),
                noon(day),
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                "settings");
    }

    /** The same walk, with another after it. */
    public static WalkedListing followed(WalkedListing walk) {
        return new WalkedListing(
                walk.sourceId(),
                walk.listing(),
                false,
                walk.isWhole(),
                walk.end(),
                walk.beganOn(),
                walk.beganAt(),
                walk.endedAt(),
                walk.pages(),
                walk.rows(),
                walk.dated(),
                walk.taken(),
                walk.oldest(),
                walk.newest(),
                "settings");
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
