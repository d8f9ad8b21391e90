package org.fazhi.warehouse.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fazhi.harvest.source.Nightly;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.Extract;
import org.fazhi.warehouse.review.Reviews;

/**
 * All that a release is made of. The streams may come in any order: the same set gives the same release.
 *
 * @param night the night the release is made for; decides which reports are due
 * @param nightStartedAt (UTC)
 * @param sources every source harvested, each id once
 * @param extracts opened twice, first to number the versions, then to load them; closed by the reader. Never held in
 *     memory whole
 * @param captures opened twice; what is archived of the sources. Of each the release says what became, or it is refused; what
 *     was read of others is loaded too
 * @param fetches opened twice; the log of this and of former nights
 * @param links opened twice; the last state of every link
 * @param walks opened twice; of every listing the last walk, and the last whole one where that is another
 * @param untaken opened twice; rows of listings that were not taken and may be reports
 * @param answers of addresses that led on or gave several pages, what they gave and when they last did
 * @param withdrawnAfter nights on which an address must answer that its page is gone before that is believed of one that says
 *     no more
 * @param indicators the dictionary
 * @param codeVersion of the program, for the manifest
 * @param reviews what people have put right
 */
public record LoadInput(
        LocalDate night,
        Instant nightStartedAt,
        List<Source> sources,
        Supplier<Stream<Extract>> extracts,
        Supplier<Stream<CaptureKey>> captures,
        Supplier<Stream<FetchAttempt>> fetches,
        Supplier<Stream<LinkState>> links,
        Supplier<Stream<WalkedListing>> walks,
        Supplier<Stream<UntakenLink>> untaken,
        Supplier<Stream<PageAnswer>> answers,
        int withdrawnAfter,
        List<IndicatorEntry> indicators,
        String codeVersion,
        Reviews reviews) {

    public LoadInput {
        sources = List.copyOf(sources);
        indicators = List.copyOf(indicators);
    }

    /** Nothing is archived, nobody has put anything right, and no row is in doubt. */
    public LoadInput(
            LocalDate night,
            Instant nightStartedAt,
            List<Source> sources,
            Supplier<Stream<Extract>> extracts,
            Supplier<Stream<FetchAttempt>> fetches,
            Supplier<Stream<LinkState>> links,
            Supplier<Stream<WalkedListing>> walks,
            List<IndicatorEntry> indicators,
            String codeVersion) {
        this(
                night,
                nightStartedAt,
                sources,
                extracts,
                Stream::empty,
                fetches,
                links,
                walks,
                Stream::empty,
                Stream::empty,
                Nightly.DEFAULTS.withdrawnAfter(),
                indicators,
                codeVersion,
                Reviews.NONE);
    }
}
