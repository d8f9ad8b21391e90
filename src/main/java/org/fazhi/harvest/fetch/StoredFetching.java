package org.fazhi.harvest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.fazhi.harvest.fetch.FetchResult.Blocked;
import org.fazhi.harvest.fetch.FetchResult.Trace;

/**
 * Fetches from stored answers in place of the web: the same redirects, the same states, no socket and no robots.txt, since
 * nobody is asked for anything. Safe for several threads where the store is.
 */
public final class StoredFetching {

    private final StoredAnswers answers;
    private final Judgement judgement = new Judgement(FetchSettings.of(Optional.empty()));

    public StoredFetching(StoredAnswers answers) {
        this.answers = answers;
    }

    /**
     * How the last stored fetch of a page ended, those that were cut short only where there is no other; empty where the
     * store does not know. Forms that are posted are not kept.
     */
    public Optional<FetchResult> newest(FetchRequest request) {
        List<FetchResult> all = all(request);
        return all.stream()
                .filter(result -> !(result instanceof FetchResult.Truncated))
                .reduce((older, newer) -> newer)
                .or(() -> all.stream().reduce((older, newer) -> newer));
    }

    /** How each stored fetch of a page ended, the oldest first; one that leads where the store does not know is left out. */
    public List<FetchResult> all(FetchRequest request) {
        if (request.formBody().isPresent()) {
            return List.of();
        }
        Map<StoredAnswers.Place, FetchResult> ends = new LinkedHashMap<>();
        for (StoredAnswers.Place place : answers.at(request.url())) {
            follow(request, place, ends);
        }
        return List.copyOf(ends.values());
    }

    private void follow(FetchRequest request, StoredAnswers.Place first, Map<StoredAnswers.Place, FetchResult> ends) {
        List<URI> passed = new ArrayList<>();
        Set<StoredAnswers.Place> visited = new HashSet<>();
        URI url = request.url();
        StoredAnswers.Place place = first;
        while (visited.add(place) && visited.size() <= Locations.MOST_REDIRECTS + 1) {
            StoredAnswers.Kept kept = answers.read(place);
            Answer.Received received = new Answer.Received(kept.status(), kept.headers(), kept.payload());
            Trace trace =
                    new Trace(request.url(), url, passed, OptionalInt.of(kept.status()), place.at(), Duration.ZERO, 1);
            if (!Locations.REDIRECTS.contains(kept.status())) {
                ends.put(
                        place,
                        kept.truncation()
                                .<FetchResult>map(reason -> new FetchResult.Truncated(trace, reason))
                                .orElseGet(() -> judgement.ofDecoded(request, trace, received)));
                return;
            }
            URI from = url;
            Optional<URI> target = received.header("location").flatMap(location -> Locations.resolve(from, location));
            if (target.filter(Locations::isLogin).isPresent() && !Locations.isLogin(request.url())) {
                ends.put(place, new Blocked(trace, "redirected to a login"));
                return;
            }
            Optional<StoredAnswers.Place> next = target.flatMap(to -> newestBut(to, visited));
            if (next.isEmpty()) {
                return;
            }
            if (!url.equals(request.url())) {
                passed.add(url);
            }
            url = target.orElseThrow();
            place = next.get();
        }
    }

    private Optional<StoredAnswers.Place> newestBut(URI url, Set<StoredAnswers.Place> visited) {
        return answers.at(url).stream()
                .filter(place -> !visited.contains(place))
                .reduce((older, newer) -> newer);
    }
}
