package org.fazhi.warehouse.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A link that discovery holds to be a report, and what became of its last fetch; a row of {@code fact_link}.
 *
 * @param title as the listing prints it
 * @param reportYear the year its title names, where it names one
 * @param state the named end of its last fetch, or {@code pending} before the first
 * @param firstSeenAt when a listing first showed it (UTC)
 * @param payloadDigest of what it last gave, from wherever it led; empty where it never gave anything
 * @param listedOn the date of its row, of a file that of the page that links it
 * @param unlistedSince when the walk began that read its listing to the end and did not find it; empty where it is there (UTC)
 */
public record LinkState(
        String sourceId,
        String url,
        String title,
        OptionalInt reportYear,
        String state,
        Instant firstSeenAt,
        Optional<String> payloadDigest,
        Optional<LocalDate> listedOn,
        Optional<Instant> unlistedSince) {

    /** Of a link that its listing names. */
    public LinkState(
            String sourceId,
            String url,
            String title,
            OptionalInt reportYear,
            String state,
            Instant firstSeenAt,
            Optional<String> payloadDigest,
            Optional<LocalDate> listedOn) {
        this(sourceId, url, title, reportYear, state, firstSeenAt, payloadDigest, listedOn, Optional.empty());
    }
}
