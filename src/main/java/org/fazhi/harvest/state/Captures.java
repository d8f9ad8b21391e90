package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.Frontier.clip;
import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fazhi.harvest.archive.CaptureLocation;
import org.fazhi.text.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the archive keeps each payload of each URL, and by which reader it was last read. */
public final class Captures {

    private static final String UNREAD =
            " capture JOIN configured_source ON configured_source.source_id = capture.source_id"
                    + " WHERE (extracted_by IS NULL OR extracted_by <> reader_version OR (? <> '' AND extracted_in <> ?))";

    private final JdbcClient jdbc;
    private final Answers answers;

    public Captures(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.answers = new Answers(jdbc);
    }

    /** What each address last gave; a payload is captured once and may be given again. */
    public Answers answers() {
        return answers;
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
        if (has(entry.url(), entry.payloadDigest(), entry.sourceId())) {
            return false;
        }
        jdbc.sql("INSERT INTO capture (url, url_hash, payload_digest, source_id, fetched_at, warc_file, warc_offset)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(entry.url().toString())
                .param(hash)
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .param(text(entry.fetchedAt()))
                .param(entry.warcFile())
                .param(entry.warcOffset())
                .update();
        return true;
    }

    /** Where a payload of the URL stands that is archived for the source, as far as the state knows. */
    public Optional<CaptureLocation> place(Entry entry) {
        return jdbc.sql(
                        "SELECT warc_file, warc_offset FROM capture WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                .param(UrlHash.of(entry.url().toString()))
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .query((row, number) -> new CaptureLocation(row.getString("warc_file"), row.getLong("warc_offset")))
                .optional();
    }

    /** Notes that a known capture stands elsewhere by now, since it cannot be read where it stood; it is to be read again. */
    public void move(Entry entry) {
        jdbc.sql(
                        "UPDATE capture SET warc_file = ?, warc_offset = ? WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                .param(entry.warcFile())
                .param(entry.warcOffset())
                .param(UrlHash.of(entry.url().toString()))
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .update();
        forget(entry);
    }

    /** The newest capture of the URL for the source. */
    public Optional<Entry> newest(String sourceId, URI url) {
        return jdbc.sql("SELECT * FROM capture WHERE url_hash = ? AND source_id = ? ORDER BY fetched_at DESC LIMIT 1")
                .param(UrlHash.of(url.toString()))
                .param(sourceId)
                .query((row, number) -> entry(row))
                .optional();
    }

    /** True where this payload of the URL is archived for the source. */
    public boolean has(URI url, Digest payloadDigest, String sourceId) {
        return jdbc.sql("SELECT count(*) FROM capture WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                        .param(UrlHash.of(url.toString()))
                        .param(payloadDigest.toString())
                        .param(sourceId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Captures of the configured sources that their present reader has not read and that follow one, or the first; at most
     * {@code limit}.
     *
     * @param runId where present, captures not read in this run are due too
     * @param after the last capture of the page before
     */
    public List<Entry> unread(Optional<String> runId, Optional<Entry> after, int limit) {
        return jdbc.sql("SELECT capture.* FROM" + UNREAD
                        + " AND (capture.url_hash, capture.payload_digest, capture.source_id) > (?, ?, ?)"
                        + " ORDER BY capture.url_hash, capture.payload_digest, capture.source_id LIMIT ?")
                .param(runId.orElse(""))
                .param(runId.orElse(""))
                .param(after.map(entry -> UrlHash.of(entry.url().toString())).orElse(""))
                .param(after.map(entry -> entry.payloadDigest().toString()).orElse(""))
                .param(after.map(Entry::sourceId).orElse(""))
                .param(limit)
                .query((row, number) -> entry(row))
                .list();
    }

    /** The captures that their present reader has not read, and that were not read in a night either. */
    public List<Entry> leftIn(String nightId) {
        return jdbc.sql("SELECT capture.* FROM" + UNREAD
                        + " AND (extracted_in IS NULL OR extracted_in <> ?) ORDER BY capture.source_id, capture.url")
                .param("")
                .param("")
                .param(nightId)
                .query((row, number) -> entry(row))
                .list();
    }

    /** Hands the captures of the configured sources over that were read, in no particular order. */
    public void forEachRead(Consumer<Entry> consumer) {
        jdbc.sql(
                        "SELECT capture.* FROM capture JOIN configured_source USING (source_id) WHERE extracted_by IS NOT NULL")
                .query(row -> {
                    consumer.accept(entry(row));
                });
    }

    /** Takes what the archive has of a page: the capture, and the answer that it was. */
    public void index(Entry entry, Optional<URI> asked) {
        add(entry);
        answers.add(Answers.Entry.of(entry, asked));
    }

    /** All captures of the configured sources, in no particular order. Close the stream. */
    public Stream<Entry> all() {
        return jdbc
                .sql("SELECT capture.* FROM capture JOIN configured_source USING (source_id)")
                .query((row, number) -> entry(row))
                .stream();
    }

    /** True where nothing was archived yet, or the state was begun anew. */
    public boolean isEmpty() {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM capture LIMIT 1) one")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                URI.create(row.getString("url")),
                Digest.parse(row.getString("payload_digest")),
                row.getString("source_id"),
                instant(row, "fetched_at"),
                row.getString("warc_file"),
                row.getLong("warc_offset"));
    }

    /** How many captures are due for reading. */
    public int countUnread(Optional<String> runId) {
        return jdbc.sql("SELECT count(*) FROM" + UNREAD)
                .param(runId.orElse(""))
                .param(runId.orElse(""))
                .query(Integer.class)
                .single();
    }

    /**
     * Notes that a capture was read by the present reader of its source.
     *
     * @param outcome {@code loaded}, {@code quarantined} or {@code ignored}
     * @param reason why it is not loaded; empty where it is
     */
    public void read(Entry entry, String runId, String outcome, String reason) {
        jdbc.sql("UPDATE capture SET extracted_by ="
                        + " (SELECT reader_version FROM configured_source c WHERE c.source_id = capture.source_id),"
                        + " extracted_in = ?, outcome = ?, reason = ?"
                        + " WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                .param(runId)
                .param(outcome)
                .param(clip(reason, 1000))
                .param(UrlHash.of(entry.url().toString()))
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .update();
    }

    /** Notes that a capture is to be read again, for what was read from it is not kept. */
    public void forget(Entry entry) {
        jdbc.sql("UPDATE capture SET extracted_by = NULL WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                .param(UrlHash.of(entry.url().toString()))
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .update();
    }

    /**
     * Notes that a page is to be read again since something was read that belongs to it, where it lacked it, or had another
     * version of it.
     *
     * @param url of the page
     * @param lacking the reason for which a page that lacks something is quarantined
     * @param part what was read
     */
    public void forgetWhole(URI url, String lacking, Entry part) {
        jdbc.sql(
                        "UPDATE capture SET extracted_by = NULL WHERE url_hash = ? AND source_id = ? AND (reason = ?"
                                + " OR (SELECT count(*) FROM capture other WHERE other.url_hash = ? AND other.source_id = ?) > 1)")
                .param(UrlHash.of(url.toString()))
                .param(part.sourceId())
                .param(lacking)
                .param(UrlHash.of(part.url().toString()))
                .param(part.sourceId())
                .update();
    }

    /**
     * Notes how what was read from a capture differs from the reading before.
     *
     * @param reread {@code first}, {@code same} or {@code changed}
     */
    public void compared(Entry entry, String reread) {
        jdbc.sql("UPDATE capture SET reread = ? WHERE url_hash = ? AND payload_digest = ? AND source_id = ?")
                .param(reread)
                .param(UrlHash.of(entry.url().toString()))
                .param(entry.payloadDigest().toString())
                .param(entry.sourceId())
                .update();
    }

    /** How many captures a run has read that were read before, and of how many it reads something else. */
    public RereadCount countReread(String runId) {
        return jdbc.sql("SELECT count(*) AS n, count(*) FILTER (WHERE reread = 'changed') AS changed FROM capture"
                        + " WHERE extracted_in = ? AND reread IN ('same', 'changed')")
                .param(runId)
                .query((row, number) -> new RereadCount(row.getInt("n"), row.getInt("changed")))
                .single();
    }

    /**
     * Captures read anew.
     *
     * @param changed of these, in whose reading anything differs
     */
    public record RereadCount(int read, int changed) {}

    /** How the captures of the configured sources were read, all nights together. */
    public List<OutcomeCount> countByOutcome() {
        return jdbc.sql("SELECT outcome, reason, count(*) AS n FROM capture WHERE outcome IS NOT NULL"
                        + " AND source_id IN (SELECT source_id FROM configured_source)"
                        + " GROUP BY outcome, reason ORDER BY outcome, n DESC, reason")
                .query((row, number) ->
                        new OutcomeCount(row.getString("outcome"), row.getString("reason"), row.getInt("n")))
                .list();
    }

    /** How the captures that were read in one run ended. */
    public List<OutcomeCount> countByOutcome(String runId) {
        return jdbc.sql(
                        "SELECT outcome, reason, count(*) AS n FROM capture WHERE outcome IS NOT NULL AND extracted_in = ?"
                                + " GROUP BY outcome, reason ORDER BY outcome, n DESC, reason")
                .param(runId)
                .query((row, number) ->
                        new OutcomeCount(row.getString("outcome"), row.getString("reason"), row.getInt("n")))
                .list();
    }

    /** A count of captures. */
    public record OutcomeCount(String outcome, String reason, int count) {}
}
