package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.Frontier.clip;
import static org.fazhi.harvest.state.IsoText.date;
import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every walk through a listing, one row a night; what tells a report that is missing from one that was not looked for. */
public final class WalkLog {

    /** Walks of listings that are configured as they were walked, with their place among those of their listing. */
    private static final String STANDING = "SELECT walk.*,"
            + " row_number() OVER (PARTITION BY walk.source_id, walk.listing_hash ORDER BY began_at DESC, night_id DESC)"
            + " AS place,"
            + " row_number() OVER (PARTITION BY walk.source_id, walk.listing_hash, is_whole"
            + " ORDER BY began_at DESC, night_id DESC) AS place_of_kind"
            + " FROM listing_walk walk JOIN configured_listing listing ON listing.source_id = walk.source_id"
            + " AND listing.listing_hash = walk.listing_hash AND listing.settings = walk.settings";

    /** Reason of a source that names no listing: {@code mart_coverage.unseen_reason}. */
    public static final String NO_LISTING = "no_listing";

    /** Reason of a listing that was never tried under its settings. */
    public static final String NOT_WALKED = "not_walked";

    private static final String UNSEEN =
            "SELECT source.source_id, listing.listing_hash, (SELECT walk_end FROM listing_walk walk"
                    + " WHERE walk.source_id = listing.source_id AND walk.listing_hash = listing.listing_hash"
                    + " AND walk.settings = listing.settings ORDER BY began_at DESC, night_id DESC LIMIT 1) AS last_end"
                    + " FROM configured_source source LEFT JOIN configured_listing listing ON listing.source_id = source.source_id"
                    + " WHERE NOT EXISTS (SELECT 1 FROM listing_walk walk WHERE walk.source_id = listing.source_id"
                    + " AND walk.listing_hash = listing.listing_hash AND walk.settings = listing.settings AND walk.is_whole)"
                    + " ORDER BY source.source_id, last_end NULLS LAST";

    private final JdbcClient jdbc;

    public WalkLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One walk.
     *
     * @param settings as {@link ConfiguredListing#settings}
     * @param beganAt when its first page was asked for; of pages out of other crawlers' files, when the oldest of them was
     * @param endedAt when its last page had come
     * @param pageCount pages read
     * @param rowCount rows of all pages, each address once
     * @param datedCount of these, with a date
     * @param takenCount of these, held to be reports
     * @param oldest date that the rows reach back to in their order; of a row pinned above newer ones nothing is told
     */
    public record Entry(
            String nightId,
            String sourceId,
            String listing,
            String settings,
            Instant beganAt,
            Instant endedAt,
            WalkEnd end,
            int pageCount,
            int rowCount,
            int datedCount,
            int takenCount,
            Optional<LocalDate> oldest,
            Optional<LocalDate> newest) {}

    /** Adds a walk; a second one of the same night takes the place of the first. */
    public void add(Entry walk) {
        jdbc.sql(
                        "INSERT INTO listing_walk (night_id, source_id, listing_hash, listing_url, settings, began_at, ended_at,"
                                + " walk_end, is_whole, page_count, row_count, dated_count, taken_count, oldest_date, newest_date)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (source_id, listing_hash, night_id) DO UPDATE SET listing_url = excluded.listing_url,"
                                + " settings = excluded.settings, began_at = excluded.began_at, ended_at = excluded.ended_at,"
                                + " walk_end = excluded.walk_end, is_whole = excluded.is_whole, page_count = excluded.page_count,"
                                + " row_count = excluded.row_count, dated_count = excluded.dated_count,"
                                + " taken_count = excluded.taken_count, oldest_date = excluded.oldest_date,"
                                + " newest_date = excluded.newest_date")
                .param(walk.nightId())
                .param(walk.sourceId())
                .param(UrlHash.of(walk.listing()))
                .param(clip(walk.listing(), 4000))
                .param(walk.settings())
                .param(text(walk.beganAt()))
                .param(text(walk.endedAt()))
                .param(walk.end().code())
                .param(walk.end().isWhole())
                .param(walk.pageCount())
                .param(walk.rowCount())
                .param(walk.datedCount())
                .param(walk.takenCount())
                .param(text(walk.oldest()))
                .param(text(walk.newest()))
                .update();
    }

    /** The listings that were walked in a night, however it ended, as {@link #key}. */
    public Set<String> walkedIn(String nightId) {
        return new HashSet<>(jdbc.sql("SELECT source_id, listing_hash FROM listing_walk WHERE night_id = ?")
                .param(nightId)
                .query((row, number) -> key(row.getString("source_id"), row.getString("listing_hash")))
                .list());
    }

    /** @param hash as {@link ConfiguredListing#hash} */
    public static String key(String sourceId, String hash) {
        return sourceId + " " + hash;
    }

    /**
     * Of each configured listing the last walk, and the last whole one where that is another. Those made under other
     * settings are left out. At most two rows a listing.
     */
    public List<Entry> standing() {
        return jdbc.sql("SELECT * FROM (" + STANDING + ") standing WHERE place = 1 OR (is_whole AND place_of_kind = 1)"
                        + " ORDER BY source_id, listing_url, began_at, night_id")
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * The configured sources that name no listing, or one that was never walked whole, by id, each with the reason: how the
     * last walk of such a listing ended, {@link #NOT_WALKED} or {@link #NO_LISTING}.
     */
    public SortedMap<String, String> unseenSources() {
        SortedMap<String, String> unseen = new TreeMap<>();
        jdbc.sql(UNSEEN).query(row -> {
            String listing = row.getString("listing_hash");
            String end = row.getString("last_end");
            String reason = end == null ? NOT_WALKED : end;
            unseen.putIfAbsent(row.getString("source_id"), listing == null ? NO_LISTING : reason);
        });
        return unseen;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("night_id"),
                row.getString("source_id"),
                row.getString("listing_url"),
                row.getString("settings"),
                instant(row, "began_at"),
                instant(row, "ended_at"),
                WalkEnd.of(row.getString("walk_end")),
                row.getInt("page_count"),
                row.getInt("row_count"),
                row.getInt("dated_count"),
                row.getInt("taken_count"),
                date(row, "oldest_date"),
                date(row, "newest_date"));
    }
}
