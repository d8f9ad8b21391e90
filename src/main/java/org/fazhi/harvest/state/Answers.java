package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.fazhi.text.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each address last gave, and from where: a page that is as it was before says so here alone. */
public final class Answers {

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page that was had whole.
     *
     * @param asked what was asked for
     * @param url where the payload came from, after redirects
     * @param at when the fetch began
     */
    public record Entry(String sourceId, URI asked, URI url, Digest payloadDigest, Instant at) {

        /** Of a page that is archived; without a word of what was asked for, that was the page itself. */
        public static Entry of(Captures.Entry capture, Optional<URI> asked) {
            return new Entry(
                    capture.sourceId(),
                    asked.orElse(capture.url()),
                    capture.url(),
                    capture.payloadDigest(),
                    capture.fetchedAt());
        }
    }

    /** Notes an answer; of several with one payload from one place the last counts, in whatever order they come. */
    public void add(Entry answer) {
        jdbc.sql("INSERT INTO answer (source_id, asked, asked_hash, url, url_hash, payload_digest, last_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, asked_hash, url_hash, payload_digest)"
                        + " DO UPDATE SET last_at = max(answer.last_at, excluded.last_at)")
                .param(answer.sourceId())
                .param(answer.asked().toString())
                .param(UrlHash.of(answer.asked().toString()))
                .param(answer.url().toString())
                .param(UrlHash.of(answer.url().toString()))
                .param(answer.payloadDigest().toString())
                .param(text(answer.at()))
                .update();
    }

    /** What the address last gave for the source. */
    public Optional<Entry> last(String sourceId, URI asked) {
        return jdbc.sql("SELECT * FROM answer WHERE source_id = ? AND asked_hash = ?"
                        + " ORDER BY last_at DESC, url_hash, payload_digest LIMIT 1")
                .param(sourceId)
                .param(UrlHash.of(asked.toString()))
                .query((row, number) -> entry(row))
                .optional();
    }

    /**
     * The answers that say more than the captures do: of addresses that led on, that gave several payloads, or from places that
     * did; in no particular order. Close the stream.
     */
    public Stream<Entry> telling() {
        return jdbc
                .sql("SELECT * FROM answer WHERE asked_hash <> url_hash"
                        + " OR (SELECT count(*) FROM answer other WHERE other.source_id = answer.source_id"
                        + " AND other.asked_hash = answer.asked_hash) > 1"
                        + " OR (SELECT count(*) FROM capture WHERE capture.url_hash = answer.url_hash"
                        + " AND capture.source_id = answer.source_id) > 1")
                .query((row, number) -> entry(row))
                .stream();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("source_id"),
                URI.create(row.getString("asked")),
                URI.create(row.getString("url")),
                Digest.parse(row.getString("payload_digest")),
                instant(row, "last_at"));
    }
}
