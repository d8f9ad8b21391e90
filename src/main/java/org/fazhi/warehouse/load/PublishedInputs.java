package org.fazhi.warehouse.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.fazhi.warehouse.store.ReadOnlyFile;
import org.fazhi.warehouse.store.WarehouseException;

/** What a published file was loaded from, as far as it keeps it: for a home whose state is lost. */
public final class PublishedInputs {

    private final Path file;

    /** @param file a DuckDB file that was published */
    public PublishedInputs(Path file) {
        this.file = file;
    }

    /**
     * Hands over the links that discovery held to be reports, by source and URL.
     *
     * @throws WarehouseException where the file is none, or keeps them otherwise
     */
    public void forEachLink(Consumer<LinkState> consumer) {
        forEach(
                "SELECT source_id, url, title, report_year, state, first_seen_at, payload_digest, listed_on,"
                        + " unlisted_since FROM (FROM fact_link UNION ALL BY NAME SELECT NULL::TIMESTAMP AS unlisted_since WHERE false)"
                        + " ORDER BY source_id, url",
                row -> consumer.accept(new LinkState(
                        row.getString("source_id"),
                        row.getString("url"),
                        row.getString("title"),
                        number(row, "report_year"),
                        row.getString("state"),
                        instant(row, "first_seen_at"),
                        Optional.ofNullable(row.getString("payload_digest")),
                        date(row, "listed_on"),
                        Optional.ofNullable(row.getTimestamp("unlisted_since"))
                                .map(written -> written.toLocalDateTime().toInstant(ZoneOffset.UTC)))));
    }

    /**
     * Hands over the requests of all nights, the oldest first.
     *
     * @throws WarehouseException where the file is none, or keeps them otherwise
     */
    public void forEachFetch(Consumer<FetchAttempt> consumer) {
        forEach(
                "SELECT night, night_started_at, source_id, url, kind, state, http_status, started_at, duration_ms, bytes,"
                        + " attempts, reason, taken_count FROM fact_fetch ORDER BY started_at, source_id, url",
                row -> consumer.accept(new FetchAttempt(
                        row.getObject("night", LocalDate.class),
                        instant(row, "night_started_at"),
                        row.getString("source_id"),
                        row.getString("url"),
                        row.getString("kind"),
                        row.getString("state"),
                        number(row, "http_status"),
                        instant(row, "started_at"),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        row.getLong("bytes"),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("reason")),
                        number(row, "taken_count"))));
    }

    /**
     * Hands over the walks that were made under settings that are kept with them.
     *
     * @throws WarehouseException where the file is none, or keeps them otherwise
     */
    public void forEachWalk(Consumer<WalkedListing> consumer) {
        forEach(
                "SELECT source_id, listing_url, is_last, is_whole, ended_as, began_on, began_at, ended_at, page_count, row_count,"
                        + " dated_row_count, taken_count, oldest_date, newest_date, settings FROM fact_listing"
                        + " WHERE settings IS NOT NULL ORDER BY source_id, listing_url, began_at",
                row -> consumer.accept(new WalkedListing(
                        row.getString("source_id"),
                        row.getString("listing_url"),
                        row.getBoolean("is_last"),
                        row.getBoolean("is_whole"),
                        row.getString("ended_as"),
                        row.getObject("began_on", LocalDate.class),
                        instant(row, "began_at"),
                        instant(row, "ended_at"),
                        row.getInt("page_count"),
                        row.getInt("row_count"),
                        row.getInt("dated_row_count"),
                        row.getInt("taken_count"),
                        date(row, "oldest_date"),
                        date(row, "newest_date"),
                        row.getString("settings"))));
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void forEach(String sql, RowReader reader) {
        try (Connection connection = ReadOnlyFile.open(file);
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            throw new WarehouseException(file + ": expected a published warehouse, got " + e.getMessage(), e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp written = row.getTimestamp(column);
        return written.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.<LocalDate>ofNullable(row.getObject(column, LocalDate.class));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
