package org.fazhi.harvest.state;

import static org.fazhi.harvest.state.IsoText.date;
import static org.fazhi.harvest.state.IsoText.instant;
import static org.fazhi.harvest.state.IsoText.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fazhi.harvest.source.AddressBounds;
import org.fazhi.text.BoundedText;
import org.fazhi.text.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The links that were discovered, what was decided of each, and when each is due to be fetched. */
public final class Frontier {

    /** A page that is gone is asked for again after a month: some come back after a site moves. Nothing rests longer. */
    public static final Duration LONGEST_REST = Duration.ofDays(30);

    private static final String CONFIGURED = " AND source_id IN (SELECT source_id FROM configured_source)";

    private static final Pattern SCHEME = Pattern.compile("^https?:");

    private final JdbcClient jdbc;
    private final Clock clock;

    public Frontier(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A link a listing named, judged.
     *
     * @param via the listing it was found on, or its own URL where the source names the document
     * @param isTaken whether it is wanted
     * @param reason why it is not wanted; empty where it is
     */
    public record Judged(
            String sourceId,
            URI url,
            String title,
            URI via,
            OptionalInt reportYear,
            Optional<LocalDate> listedOn,
            boolean isTaken,
            String reason) {}

    /** A link that is due. */
    public record Due(
            String sourceId,
            URI url,
            String title,
            URI via,
            Optional<LocalDate> listedOn,
            Optional<String> etag,
            Optional<String> lastModified) {}

    /**
     * Everything the state knows of a link.
     *
     * @param via as {@link Judged#via}
     * @param payloadDigest of the payload it last gave, from wherever it led
     * @param unlistedSince when the walk began that read its listing to the end and did not find it; empty where it is there
     */
    public record Known(
            String sourceId,
            String url,
            String via,
            String title,
            OptionalInt reportYear,
            Optional<LocalDate> listedOn,
            boolean isTaken,
            String reason,
            Optional<String> state,
            Optional<String> payloadDigest,
            Instant firstSeenAt,
            Optional<Instant> unlistedSince) {}

    /** How an attempt ended: the state's word, the validators to ask with next time, the payload, and when to ask. */
    public record Attempted(
            String state,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<Digest> payloadDigest,
            Duration restBeforeNext) {

        /** The same, to be asked again after another time. */
        public Attempted resting(Duration rest) {
            return new Attempted(state, etag, lastModified, payloadDigest, rest);
        }
    }

    /** Adds links; one known already keeps its history and takes the new judgement. */
    public void add(List<Judged> links) {
        links.forEach(link -> add(link, link.url().getRawAuthority()));
        list(links);
    }

    /**
     * Adds files that a page links. They are due on the page's own host, whose turn it is, wherever they stand: the night
     * reads on there until nothing is due, and the fetcher waits for the other host's turn as for any. So are those that such
     * a file links itself.
     */
    public void addAttached(List<Judged> files) {
        files.forEach(file -> add(file, turnOf(file)));
    }

    private String turnOf(Judged file) {
        return jdbc.sql("SELECT authority FROM link WHERE source_id = ? AND url_hash = ?")
                .param(file.sourceId())
                .param(UrlHash.of(file.via().toString()))
                .query(String.class)
                .optional()
                .orElseGet(() -> file.via().getRawAuthority());
    }

    private void add(Judged link, String turnOf) {
        Instant now = clock.instant();
        String hash = UrlHash.of(link.url().toString());
        int changed = jdbc.sql(
                        "UPDATE link SET title = ?, via = ?, report_year = ?, listed_on = ?, is_taken = ?, reason = ?"
                                + " WHERE source_id = ? AND url_hash = ?")
                .param(clip(link.title(), 2000))
                .param(clip(link.via().toString(), 4000))
                .param(year(link.reportYear()))
                .param(text(link.listedOn()))
                .param(link.isTaken())
                .param(link.reason())
                .param(link.sourceId())
                .param(hash)
                .update();
        if (changed == 0) {
            insert(link, hash, turnOf, now);
        }
    }

    /** An address that is too long is never asked, and only its start is kept, for who looks. */
    private void insert(Judged link, String hash, String turnOf, Instant now) {
        if (link.isTaken() && !AddressBounds.fits(link.url())) {
            throw new IllegalArgumentException("link: expected an address of at most " + AddressBounds.LONGEST
                    + " characters, got one of " + link.url().toString().length());
        }
        jdbc.sql("INSERT INTO link (source_id, url, url_hash, authority, title, via, report_year, listed_on, is_taken,"
                        + " reason, first_seen_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(link.sourceId())
                .param(clip(link.url().toString(), AddressBounds.LONGEST))
                .param(hash)
                .param(clip(turnOf, 300))
                .param(clip(link.title(), 2000))
                .param(clip(link.via().toString(), 4000))
                .param(year(link.reportYear()))
                .param(text(link.listedOn()))
                .param(link.isTaken())
                .param(link.reason())
                .param(text(now))
                .param(text(now))
                .update();
    }

    /**
     * Notes what a walk through a listing to its end found: which of the links that this listing named last it no longer names.
     *
     * @param beganAt when the walk began
     * @param links every row of the walk
     */
    public void walked(String sourceId, URI listing, Instant beganAt, List<Judged> links) {
        Set<String> named =
                links.stream().map(link -> UrlHash.of(link.url().toString())).collect(Collectors.toSet());
        // A walk through pages that another crawler stored may be older than the link.
        jdbc
                .sql("SELECT url_hash FROM link WHERE source_id = ? AND via = ? AND is_taken AND first_seen_at <= ?")
                .param(sourceId)
                .param(clip(listing.toString(), 4000))
                .param(text(beganAt))
                .query(String.class)
                .list()
                .stream()
                .filter(hash -> !named.contains(hash))
                .forEach(hash -> unlist(sourceId, hash, beganAt));
    }

    /** Takes back that links are no longer listed: here they are. */
    private void list(List<Judged> links) {
        for (String sourceId : links.stream().map(Judged::sourceId).distinct().toList()) {
            Set<String> unlisted = new HashSet<>(jdbc.sql("SELECT url_hash FROM unlisted WHERE source_id = ?")
                    .param(sourceId)
                    .query(String.class)
                    .list());
            if (!unlisted.isEmpty()) {
                links.stream()
                        .filter(link -> link.sourceId().equals(sourceId))
                        .map(link -> UrlHash.of(link.url().toString()))
                        .filter(unlisted::contains)
                        .forEach(hash -> jdbc.sql("DELETE FROM unlisted WHERE source_id = ? AND url_hash = ?")
                                .param(sourceId)
                                .param(hash)
                                .update());
            }
        }
    }

    private void unlist(String sourceId, String hash, Instant since) {
        jdbc.sql("INSERT INTO unlisted (source_id, url_hash, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .param(sourceId)
                .param(hash)
                .param(text(since))
                .update();
    }

    /** The authorities that any link was ever due at. */
    public List<String> authorities() {
        return jdbc.sql("SELECT DISTINCT authority FROM link ORDER BY authority")
                .query(String.class)
                .list();
    }

    /**
     * The links that a night had to ask for and has not, a word each: due when it began to ask, or never tried.
     *
     * @param beganAt when it began; what came due meanwhile may wait
     */
    public List<String> left(String nightId, Instant beganAt) {
        return jdbc.sql("SELECT source_id, url FROM link WHERE is_taken AND (due_at <= ? OR state IS NULL)" + CONFIGURED
                        + " AND (attempted_in IS NULL OR attempted_in <> ?) ORDER BY source_id, url")
                .param(text(beganAt))
                .param(nightId)
                .query((row, number) -> row.getString("source_id") + " " + row.getString("url"))
                .list();
    }

    /** The authorities (host and port) that have links of the configured sources due and not yet attempted in this night. */
    public List<String> authoritiesDue(String nightId) {
        return jdbc.sql("SELECT DISTINCT authority FROM link WHERE is_taken AND (due_at <= ? OR state IS NULL)"
                        + CONFIGURED + " AND (attempted_in IS NULL OR attempted_in <> ?) ORDER BY authority")
                .param(text(clock.instant()))
                .param(nightId)
                .query(String.class)
                .list();
    }

    /** How many links are due over all hosts. */
    public int countDue(String nightId) {
        return jdbc.sql("SELECT count(*) FROM link WHERE is_taken AND (due_at <= ? OR state IS NULL)" + CONFIGURED
                        + " AND (attempted_in IS NULL OR attempted_in <> ?)")
                .param(text(clock.instant()))
                .param(nightId)
                .query(Integer.class)
                .single();
    }

    /**
     * The links due on one host that follow a link, or the first; at most {@code limit}.
     *
     * @param after the last link of the page before
     */
    public List<Due> due(String authority, String nightId, Optional<Due> after, int limit) {
        return jdbc.sql(
                        "SELECT source_id, url, title, via, listed_on, etag, last_modified FROM link WHERE authority = ? AND is_taken"
                                + " AND (due_at <= ? OR state IS NULL)" + CONFIGURED
                                + " AND (attempted_in IS NULL OR attempted_in <> ?)"
                                + " AND (source_id, url_hash) > (?, ?) ORDER BY source_id, url_hash LIMIT ?")
                .param(authority)
                .param(text(clock.instant()))
                .param(nightId)
                .param(after.map(Due::sourceId).orElse(""))
                .param(after.map(link -> UrlHash.of(link.url().toString())).orElse(""))
                .param(limit)
                .query((row, number) -> due(row))
                .list();
    }

    /**
     * The links that are wanted and follow a link, or the first, whether due or not; at most {@code limit}.
     *
     * @param after the last link of the page before
     */
    public List<Due> wanted(Optional<Due> after, int limit) {
        return wanted("", after, limit);
    }

    /**
     * Of {@link #wanted} those that were never tried.
     *
     * @param after the last link of the page before
     */
    public List<Due> untried(Optional<Due> after, int limit) {
        return wanted(" AND state IS NULL", after, limit);
    }

    private List<Due> wanted(String further, Optional<Due> after, int limit) {
        return jdbc.sql("SELECT source_id, url, title, via, listed_on, etag, last_modified FROM link WHERE is_taken"
                        + CONFIGURED + further
                        + " AND (source_id, url_hash) > (?, ?) ORDER BY source_id, url_hash LIMIT ?")
                .param(after.map(Due::sourceId).orElse(""))
                .param(after.map(link -> UrlHash.of(link.url().toString())).orElse(""))
                .param(limit)
                .query((row, number) -> due(row))
                .list();
    }

    /** How many links are wanted, due or not. */
    public int countWanted() {
        return jdbc.sql("SELECT count(*) FROM link WHERE is_taken" + CONFIGURED)
                .query(Integer.class)
                .single();
    }

    /** True where the link is wanted. */
    public boolean isWanted(String sourceId, URI url) {
        return jdbc.sql("SELECT count(*) FROM link WHERE source_id = ? AND url_hash = ? AND is_taken")
                        .param(sourceId)
                        .param(UrlHash.of(url.toString()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** True where a listing of any source has named the page, wanted or not, under http or https. */
    public boolean isKnown(URI url) {
        String rest = SCHEME.matcher(url.toString()).replaceFirst("");
        return jdbc.sql("SELECT count(*) FROM link WHERE url_hash IN (?, ?)")
                        .param(UrlHash.of("http:" + rest))
                        .param(UrlHash.of("https:" + rest))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Of what a link last gave; empty where it never gave anything. */
    public Optional<Digest> payload(Due link) {
        return jdbc.sql(
                        "SELECT payload_digest FROM link WHERE source_id = ? AND url_hash = ? AND payload_digest IS NOT NULL")
                .param(link.sourceId())
                .param(UrlHash.of(link.url().toString()))
                .query(String.class)
                .optional()
                .map(Digest::parse);
    }

    /** True where the link was fetched or tried before. */
    public boolean isTried(String sourceId, URI url) {
        return jdbc.sql("SELECT count(*) FROM link WHERE source_id = ? AND url_hash = ? AND state IS NOT NULL")
                        .param(sourceId)
                        .param(UrlHash.of(url.toString()))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Takes a link back that a lost state knew; it is due at once.
     *
     * @param last how its last attempt ended, in a night that nobody knows any more; empty where it was never tried
     * @param unlistedSince as {@link Known#unlistedSince}
     */
    public void restore(Judged link, Instant firstSeenAt, Optional<Attempted> last, Optional<Instant> unlistedSince) {
        add(List.of(link));
        unlistedSince.ifPresent(
                since -> unlist(link.sourceId(), UrlHash.of(link.url().toString()), since));
        jdbc.sql("UPDATE link SET first_seen_at = ? WHERE source_id = ? AND url_hash = ?")
                .param(text(firstSeenAt))
                .param(link.sourceId())
                .param(UrlHash.of(link.url().toString()))
                .update();
        last.ifPresent(attempt -> attempted(link.sourceId(), link.url(), "", attempt));
    }

    private static Due due(ResultSet row) throws SQLException {
        URI url = URI.create(row.getString("url"));
        return new Due(
                row.getString("source_id"),
                url,
                row.getString("title"),
                via(row.getString("via"), url),
                date(row, "listed_on"),
                Optional.ofNullable(row.getString("etag")),
                Optional.ofNullable(row.getString("last_modified")));
    }

    /** Writes down how an attempt in this night ended; validators and digest stay where the attempt brought none. */
    public void attempted(String sourceId, URI url, String nightId, Attempted attempt) {
        Instant now = clock.instant();
        jdbc.sql("UPDATE link SET state = ?, etag = coalesce(?, etag), last_modified = coalesce(?, last_modified),"
                        + " payload_digest = coalesce(?, payload_digest), attempted_at = ?, attempted_in = ?, due_at = ?"
                        + " WHERE source_id = ? AND url_hash = ?")
                .param(attempt.state())
                .param(attempt.etag().orElse(null))
                .param(attempt.lastModified().orElse(null))
                .param(attempt.payloadDigest().map(Digest::toString).orElse(null))
                .param(text(now))
                .param(nightId)
                .param(text(now.plus(attempt.restBeforeNext())))
                .param(sourceId)
                .param(UrlHash.of(url.toString()))
                .update();
    }

    /** Earlier programs cut what was too long, and an address that was cut in an escape is none. */
    private static URI via(String text, URI link) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return link;
        }
    }

    /** All links, by source and URL. Close the stream. */
    public Stream<Known> known() {
        return jdbc
                .sql(
                        "SELECT source_id, url, via, title, report_year, listed_on, is_taken, reason, state, payload_digest, first_seen_at, since"
                                + " FROM link LEFT JOIN unlisted USING (source_id, url_hash) ORDER BY source_id, url")
                .query((row, number) -> known(row))
                .stream();
    }

    private static Known known(ResultSet row) throws SQLException {
        int reportYear = row.getInt("report_year");
        OptionalInt year = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(reportYear);
        return new Known(
                row.getString("source_id"),
                row.getString("url"),
                row.getString("via"),
                row.getString("title"),
                year,
                date(row, "listed_on"),
                row.getBoolean("is_taken"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("state")),
                Optional.ofNullable(row.getString("payload_digest")),
                instant(row, "first_seen_at"),
                Optional.<String>ofNullable(row.getString("since")).map(Instant::parse));
    }

    private static @org.jspecify.annotations.Nullable Integer year(OptionalInt year) {
        return year.isPresent() ? year.getAsInt() : null;
    }

    static String clip(String text, int length) {
        return BoundedText.of(text, length);
    }
}
