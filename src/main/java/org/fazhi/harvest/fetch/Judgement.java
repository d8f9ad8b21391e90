package org.fazhi.harvest.fetch;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fazhi.harvest.fetch.FetchResult.Blocked;
import org.fazhi.harvest.fetch.FetchResult.Failed;
import org.fazhi.harvest.fetch.FetchResult.Fetched;
import org.fazhi.harvest.fetch.FetchResult.Gone;
import org.fazhi.harvest.fetch.FetchResult.NotModified;
import org.fazhi.harvest.fetch.FetchResult.SoftNotFound;
import org.fazhi.harvest.fetch.FetchResult.TooLarge;
import org.fazhi.harvest.fetch.FetchResult.Trace;
import org.fazhi.harvest.fetch.FetchResult.Truncated;

/**
 * Tells of an answer that is no redirect in which state its fetch ends. Remembers the listings it has seen, so that one sent
 * in place of an article is known. Safe for several threads.
 */
final class Judgement {

    /** Empty answers of status 200 are walls that hiccup; the next attempt mostly brings the page. */
    static final int BLIP_BYTES = 2;

    /** Statuses that another attempt may be spared. */
    static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    /** 401, 403, 407, 451: not for us; 412 and 521: script challenges. */
    static final Set<Integer> WALLS = Set.of(401, 403, 407, 412, 451, 521);

    private final FetchSettings settings;
    private final ListingPayloads listingPayloads = new ListingPayloads();

    Judgement(FetchSettings settings) {
        this.settings = settings;
    }

    /** The state of a fetch that ended with this answer; the trace has its status and final address. */
    FetchResult of(FetchRequest request, Trace trace, Answer.Received received) {
        Optional<FetchResult> byStatus = byStatus(request, trace, received);
        if (byStatus.isPresent()) {
            return byStatus.get();
        }
        ContentDecoding.Outcome outcome = ContentDecoding.decode(received, settings);
        if (outcome instanceof ContentDecoding.Outcome.Bomb bomb) {
            return new TooLarge(trace, bomb.reason());
        }
        if (outcome instanceof ContentDecoding.Outcome.CutShort cut) {
            return new Truncated(trace, cut.reason());
        }
        if (outcome instanceof ContentDecoding.Outcome.Broken broken) {
            return new Failed(trace, broken.reason(), true);
        }
        byte[] payload = ((ContentDecoding.Outcome.Decoded) outcome).bytes();
        FetchResult result = ofPage(request, trace, received.headers(), payload);
        boolean isOfUnknownLength = received.header("content-length").isEmpty()
                && received.header("transfer-encoding").isEmpty();
        // A listing that lacks its end must not pass for one without the rows that stood there.
        return result instanceof Fetched page
                        && request.kind() == FetchRequest.Kind.LISTING
                        && isOfUnknownLength
                        && WholeText.breaksOff(page.text().text())
                ? new Truncated(trace, "expected a whole listing, got one that ends before it is closed")
                : result;
    }

    /** As {@link #of} for an answer whose encodings were undone before, whatever its headers say of them. */
    FetchResult ofDecoded(FetchRequest request, Trace trace, Answer.Received received) {
        return byStatus(request, trace, received).orElseGet(() -> {
            if (received.body().length > settings.maxBytes()) {
                return new TooLarge(trace, "more than " + settings.maxBytes() + " bytes");
            }
            return ofPage(request, trace, received.headers(), received.body());
        });
    }

    private static Optional<FetchResult> byStatus(FetchRequest request, Trace trace, Answer.Received received) {
        int code = received.status();
        if (code == 304) {
            return Optional.of(
                    request.validators().isEmpty()
                            ? new Failed(trace, "304 without a condition", false)
                            : new NotModified(trace));
        }
        if (code == 404 || code == 410) {
            return Optional.of(new Gone(trace, "status " + code));
        }
        if (WALLS.contains(code) || (code == 202 && PageState.isScript(received))) {
            return Optional.of(new Blocked(trace, "status " + code));
        }
        return code == 200
                ? Optional.empty()
                : Optional.of(new Failed(trace, "status " + code, PASSING.contains(code) || code >= 500));
    }

    private FetchResult ofPage(FetchRequest request, Trace trace, Map<String, List<String>> headers, byte[] payload) {
        if (payload.length <= BLIP_BYTES) {
            return new Failed(trace, "empty page", true);
        }
        Optional<String> type =
                headers.getOrDefault("content-type", List.of()).stream().findFirst();
        URI url = trace.finalUrl();
        boolean isDocument = request.kind() == FetchRequest.Kind.DOCUMENT;
        if (leadsToIndex(request.url(), url)) {
            return new SoftNotFound(trace, "redirected to the index");
        }
        if (!url.equals(request.url()) && Locations.isErrorPage(url) && !Locations.isErrorPage(request.url())) {
            return new SoftNotFound(trace, "redirected to an error page");
        }
        Optional<PageState.Instead> instead = PageState.of(payload, type);
        boolean isColumn = !isDocument && PageState.refresh(payload, url).isPresent();
        if (instead.isPresent() && !isColumn) {
            return instead.get() instanceof PageState.Instead.Wall wall
                    ? new Blocked(trace, wall.reason())
                    : new SoftNotFound(trace, ((PageState.Instead.Stub) instead.get()).reason());
        }
        if (!isDocument) {
            listingPayloads.add(url, payload);
        } else if (listingPayloads.isInPlaceOf(request.url(), url, payload) || PageState.isFrontPage(payload)) {
            return new SoftNotFound(trace, "index page in place of the article");
        }
        return new Fetched(trace, headers, payload);
    }

    /** Sites send old articles, and listings they gave up, to their front page. */
    private static boolean leadsToIndex(URI asked, URI reached) {
        return !reached.equals(asked) && Locations.isFrontPage(reached) && !Locations.isFrontPage(asked);
    }
}
