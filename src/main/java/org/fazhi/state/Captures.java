package org.fazhi.state;

import static org.fazhi.state.Frontier.utc;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fazhi.text.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the archive keeps each payload of each URL, and by which reader it was last read. */
public final class Captures {

    private final JdbcClient jdbc;

    public Captures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A capture.
     *
     * @param url where the payload came from, after redirects
     * @param warcFile file name inside the archive folder
     * @param warcOffset 0-based byte offset of the record in the file
     */
    public record Entry(
            URI url, Digest payloadDigest, String sourceId, Instant fetchedAt, String warcFile, long warcOffset) {}

    /** Adds a capture; a payload already known for the URL and source keeps its first date and place. */
    public boolean add(Entry entry) {
        String hash = UrlHash.of(entry.url().toString());
        int known = jdbc.sql("SELECT count(*) FROM capture WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                .param(hash)
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .query(Integer.class)
                .single();
        if (known > 0) {
            return false;
        }
        jdbc.sql("INSERT INTO capture (url, url_hash, payload_digest, source_id, fetched_at, warc_file, warc_offset)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.url().toString())
                .param(hash)
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .param(utc(entry.fetchedAt()))
                .param(entry.warcFile())
                .param(entry.warcOffset())
                .update();
        return true;
    }

    /**
     * Captures that this reader has not read and that follow one, or the first; at most {@code limit}.
     *
     * @param readerVersion captures read by another version are due again
     * @param runId where present, captures not read in this run are due too
     * @param after the last capture of the page before
     */
    public List<Entry> unread(String readerVersion, Optional<String> runId, Optional<Entry> after, int limit) {
        return jdbc.sql("SELECT * FROM capture WHERE (extracted_by IS NULL OR extracted_by <> ?"
                        + " OR (? <> '' AND extracted_in <> ?))"
                        + " AND (url_hash, payload_digest, source_id) > (?, ?, ?)"
                        + " ORDER BY url_hash, payload_digest, source_id LIMIT ?")
                .param(readerVersion)
                .param(runId.orElse(""))
                .param(runId.orElse(""))
                .param(after.map(entry -> UrlHash.of(entry.url().toString())).orElse(""))
                .param(after.map(entry -> entry.payloadDigest().toString()).orElse(""))
                .param(after.map(Entry::sourceId).orElse(""))
                .param(limit)
                .query((row, number) -> new Entry(
                        URI.create(row.getString("url")),
                        Digest.parse(row.getString("payload_digest")),
                        row.getString("source_id"),
                        row.getObject("fetched_at", OffsetDateTime.class).toInstant(),
                        row.getString("warc_file"),
                        row.getLong("warc_offset")))
                .list();
    }

    /** How many captures are due for reading. */
    public int countUnread(String readerVersion, Optional<String> runId) {
        return jdbc.sql("SELECT count(*) FROM capture WHERE extracted_by IS NULL OR extracted_by <> ?"
                        + " OR (? <> '' AND extracted_in <> ?)")
                .param(readerVersion)
                .param(runId.orElse(""))
                .param(runId.orElse(""))
                .query(Integer.class)
                .single();
    }

    /** Notes that a capture was read. */
    public void read(Entry entry, String readerVersion, String runId) {
        jdbc.sql("UPDATE capture SET extracted_by = ?, extracted_in = ? WHERE url_hash = ? AND payload_digest = ?"
                        + " AND source_id = ?")
                .param(readerVersion)
                .param(runId)
                .param(UrlHash.of(entry.url().toString()))
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .update();
    }
}
