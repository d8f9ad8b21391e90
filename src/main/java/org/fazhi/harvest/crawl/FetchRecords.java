package org.fazhi.harvest.crawl;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.fetch.RobotsFetch;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.text.Digest;

/** What the state writes down of a fetch. */
final class FetchRecords {

    private static final Duration REST_GONE = Frontier.LONGEST_REST;

    /** A stub may be an article that is still being edited. */
    private static final Duration REST_SOFT_404 = Duration.ofDays(7);

    /** Walls and robots rules are re-read after a day, as robots.txt itself is (RFC 9309 §2.4). */
    private static final Duration REST_REFUSED = Duration.ofDays(1);

    /** An address or a size that is not taken changes seldom. */
    private static final Duration REST_UNFIT = Frontier.LONGEST_REST;

    private FetchRecords() {}

    private static FetchLog.Entry pageEntry(
            String nightId, String sourceId, FetchRequest.Kind kind, FetchResult result) {
        FetchResult.Trace trace = result.trace();
        long bytes = result instanceof FetchResult.Fetched fetched ? fetched.payload().length : 0;
        String reason = result.reason().equals("ok") ? "" : result.reason();
        return new FetchLog.Entry(
                nightId,
                sourceId,
                trace.url().toString(),
                kind.name().toLowerCase(Locale.ROOT),
                result.state(),
                trace.status(),
                trace.startedAt(),
                trace.duration(),
                bytes,
                trace.attempts(),
                reason,
                OptionalInt.empty());
    }

    /** A fetch with the requests for robots.txt that went before it. */
    static List<FetchLog.Entry> logged(String nightId, String sourceId, FetchRequest.Kind kind, FetchResult result) {
        List<FetchLog.Entry> entries = new ArrayList<>();
        for (RobotsFetch robots : result.trace().robots()) {
            entries.add(new FetchLog.Entry(
                    nightId,
                    sourceId,
                    robots.url().toString(),
                    "robots",
                    robots.state(),
                    robots.status(),
                    robots.startedAt(),
                    robots.duration(),
                    robots.bytes(),
                    robots.attempts(),
                    robots.reason(),
                    OptionalInt.empty()));
        }
        entries.add(pageEntry(nightId, sourceId, kind, result));
        return entries;
    }

    /** An attempt that came to nothing since the program failed on it. */
    static FetchLog.Entry failed(
            String nightId, String sourceId, URI url, FetchRequest.Kind kind, Instant at, String reason) {
        return new FetchLog.Entry(
                nightId,
                sourceId,
                url.toString(),
                kind.name().toLowerCase(Locale.ROOT),
                FetchState.FAILED.code(),
                OptionalInt.empty(),
                at,
                Duration.ZERO,
                0,
                0,
                reason,
                OptionalInt.empty());
    }

    /** The same, its last entry (the page's own) with the links that the page gave. */
    static List<FetchLog.Entry> withTakenCount(List<FetchLog.Entry> entries, int count) {
        List<FetchLog.Entry> counted = new ArrayList<>(entries);
        if (!counted.isEmpty()) {
            int last = counted.size() - 1;
            counted.set(last, counted.get(last).withTakenCount(count));
        }
        return counted;
    }

    static Frontier.Attempted attempted(FetchResult result) {
        Validators validators = result instanceof FetchResult.Fetched fetched ? fetched.validators() : Validators.NONE;
        Optional<Digest> digest = result instanceof FetchResult.Fetched fetched
                ? Optional.of(Digest.of(fetched.payload()))
                : Optional.empty();
        return new Frontier.Attempted(
                result.state(), validators.etag(), validators.lastModified(), digest, rest(result));
    }

    private static Duration rest(FetchResult result) {
        if (result instanceof FetchResult.Gone) {
            return REST_GONE;
        }
        if (result instanceof FetchResult.SoftNotFound) {
            return REST_SOFT_404;
        }
        if (result instanceof FetchResult.Blocked || result instanceof FetchResult.Denied) {
            return REST_REFUSED;
        }
        if (result instanceof FetchResult.Unsafe || result instanceof FetchResult.TooLarge) {
            return REST_UNFIT;
        }
        return Duration.ZERO;
    }
}
