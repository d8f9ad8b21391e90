package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.time.Instant;
import java.util.Optional;
import org.fazhi.text.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of listings as they were last answered, so that a page that has not changed need not be sent again. */
public final class ListingPages {

    private final JdbcClient jdbc;

    public ListingPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page.
     *
     * @param request what identifies the request: method, URL and form
     * @param url where the answer came from, after redirects
     * @param body decoded
     */
    public record Page(
            String sourceId,
            String request,
            String url,
            Optional<String> etag,
            Optional<String> lastModified,
            String body,
            Instant fetchedAt) {}

    public void put(Page page) {
        String hash = Digest.of(page.request()).hex();
        jdbc.sql("DELETE FROM listing_page WHERE source_id = ? AND request_hash = ?")
                .param(page.sourceId())
                .param(hash)
                .update();
        jdbc.sql(
                        "INSERT INTO listing_page (source_id, request, request_hash, url, etag, last_modified, content, fetched_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(page.sourceId())
                .param(page.request())
                .param(hash)
                .param(page.url())
                .param(page.etag().orElse(null))
                .param(page.lastModified().orElse(null))
                .param(page.body())
                .param(text(page.fetchedAt()))
                .update();
    }

    public Optional<Page> find(String sourceId, String request) {
        return jdbc.sql("SELECT * FROM listing_page WHERE source_id = ? AND request_hash = ?")
                .param(sourceId)
                .param(Digest.of(request).hex())
                .query((row, number) -> new Page(
                        row.getString("source_id"),
                        row.getString("request"),
                        row.getString("url"),
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified")),
                        row.getString("content"),
                        instant(row, "fetched_at")))
                .optional();
    }
}
