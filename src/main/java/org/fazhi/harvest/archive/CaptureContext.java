package org.fazhi.harvest.archive;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a page was fetched; kept beside it, so that the archive alone tells what belongs to which source.
 *
 * @param linkTitle title of the listing row that led to it
 * @param via the listing, or for a file the page that links it
 * @param reportYear the year that the row's title names
 * @param listedOn the row's date, or the date of the page that links a file
 * @param requested what was asked for, as the archive has it; empty in a context that is to be stored with a page, which knows
 */
public record CaptureContext(
        String sourceId,
        Optional<String> linkTitle,
        Optional<URI> via,
        OptionalInt reportYear,
        Optional<LocalDate> listedOn,
        Optional<URI> requested) {

    /** Of a page that knows what was asked for. */
    public CaptureContext(
            String sourceId,
            Optional<String> linkTitle,
            Optional<URI> via,
            OptionalInt reportYear,
            Optional<LocalDate> listedOn) {
        this(sourceId, linkTitle, via, reportYear, listedOn, Optional.empty());
    }

    /** Of a page for which no date was given. */
    public CaptureContext(String sourceId, Optional<String> linkTitle, Optional<URI> via, OptionalInt reportYear) {
        this(sourceId, linkTitle, via, reportYear, Optional.empty());
    }
}
