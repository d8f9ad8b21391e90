package org.fazhi.warehouse.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.warehouse.store.TableWriter;

/**
 * What the sites last said of the pages that were read: when an address last gave which of them, where it leads by now, and
 * since when it is gone.
 *
 * <p>A page is withdrawn where every link that led to it answers, since the last time it gave a page, that it is gone, and one
 * of these holds: an answer was 410; its listing was walked to the end since and names it no more; the answers are of as many
 * nights as the settings ask for. What comes between (no answer, a wall) neither counts nor takes back.
 */
final class SiteAnswers {

    /** Nothing is known but what was read. */
    static final SiteAnswers NONE = new SiteAnswers();

    private static final int GONE_FOR_GOOD = 410;

    private static final Set<String> HAD = Set.of(FetchState.FETCHED.code(), FetchState.NOT_MODIFIED.code());

    /** Where an address led, and when it last did. */
    private record Place(String document, Instant at) {}

    /** What a link that no longer gives a page answered since it last did. */
    private static final class Silence {

        private final Optional<Instant> unlistedSince;
        private Instant lastHad = Instant.MIN;
        private final List<FetchAttempt> gone = new ArrayList<>();

        private Silence(LinkState link) {
            unlistedSince = link.unlistedSince();
        }

        private void add(FetchAttempt fetch) {
            if (HAD.contains(fetch.state()) && fetch.startedAt().isAfter(lastHad)) {
                lastHad = fetch.startedAt();
                gone.removeIf(before -> before.startedAt().isBefore(lastHad));
            } else if (FetchState.isGone(fetch.state()) && fetch.startedAt().isAfter(lastHad)) {
                gone.add(fetch);
            }
        }

        private Optional<LocalDate> withdrawnOn(int nights) {
            boolean isPlain = unlistedSince.isPresent()
                    || gone.stream().anyMatch(fetch -> fetch.httpStatus().orElse(0) == GONE_FOR_GOOD)
                    || gone.stream().map(FetchAttempt::night).distinct().count() >= nights;
            return isPlain ? gone.stream().map(FetchAttempt::night).min(Comparator.naturalOrder()) : Optional.empty();
        }
    }

    private final Map<String, Long> lastMicros = new HashMap<>();
    private final Map<String, Place> placeOfLink = new HashMap<>();
    private final Map<String, String> leadsTo = new HashMap<>();
    private final Map<String, LocalDate> withdrawn = new HashMap<>();

    private SiteAnswers() {}

    static SiteAnswers of(LoadInput input) {
        SiteAnswers answers = new SiteAnswers();
        answers.takeAnswers(input);
        answers.takeWithdrawals(input);
        return answers;
    }

    /** When the page last was as this payload has it (UTC, microseconds); never before it was first fetched. */
    long lastMicros(String document, String payloadDigest, long fetchedMicros) {
        return Math.max(fetchedMicros, lastMicros.getOrDefault(document + " " + payloadDigest, fetchedMicros));
    }

    /** The document that the address of another leads to by now. */
    Optional<String> leadsTo(String document) {
        return Optional.ofNullable(leadsTo.get(document));
    }

    /** The night of the first answer that said so; empty where the page stands, or nobody knows. */
    Optional<LocalDate> withdrawnOn(String document) {
        return Optional.ofNullable(withdrawn.get(document));
    }

    private void takeAnswers(LoadInput input) {
        Map<String, Place> places = new HashMap<>();
        try (Stream<PageAnswer> answers = input.answers().get()) {
            answers.forEach(answer -> {
                Place place = new Place(DocumentIds.document(answer.url()), answer.lastAt());
                String asked = DocumentIds.document(answer.asked());
                lastMicros.merge(
                        place.document() + " " + answer.payloadDigest(),
                        TableWriter.micros(answer.lastAt()),
                        Math::max);
                places.merge(asked, place, SiteAnswers::later);
                placeOfLink.merge(answer.sourceId() + " " + asked, place, SiteAnswers::later);
            });
        }
        places.entrySet().stream()
                .filter(led -> !led.getKey().equals(led.getValue().document()))
                .sorted(Map.Entry.<String, Place>comparingByValue(
                                Comparator.comparing(Place::at).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(led -> {
                    // Of two that lead to each other the one that did last is right.
                    if (!reaches(led.getValue().document(), led.getKey())) {
                        leadsTo.put(led.getKey(), led.getValue().document());
                    }
                });
    }

    private static Place later(Place one, Place other) {
        int order =
                Comparator.comparing(Place::at).thenComparing(Place::document).compare(one, other);
        return order >= 0 ? one : other;
    }

    private boolean reaches(String from, String to) {
        Set<String> passed = new HashSet<>();
        Optional<String> at = Optional.of(from);
        while (at.isPresent() && passed.add(at.get())) {
            if (at.get().equals(to)) {
                return true;
            }
            at = leadsTo(at.get());
        }
        return false;
    }

    private void takeWithdrawals(LoadInput input) {
        Map<String, Silence> silent = new HashMap<>();
        try (Stream<LinkState> links = input.links().get()) {
            links.filter(link -> link.payloadDigest().isPresent() && !HAD.contains(link.state()))
                    .forEach(link -> silent.put(key(link.sourceId(), link.url()), new Silence(link)));
        }
        if (silent.isEmpty()) {
            return;
        }
        try (Stream<FetchAttempt> fetches = input.fetches().get()) {
            fetches.filter(fetch -> fetch.kind().equals("document"))
                    .forEach(fetch -> Optional.ofNullable(silent.get(key(fetch.sourceId(), fetch.url())))
                            .ifPresent(link -> link.add(fetch)));
        }
        Set<String> standing = new HashSet<>();
        try (Stream<LinkState> links = input.links().get()) {
            links.filter(link -> link.payloadDigest().isPresent()).forEach(link -> {
                String document = placeOf(link);
                Optional<LocalDate> since = Optional.ofNullable(silent.get(key(link.sourceId(), link.url())))
                        .flatMap(silence -> silence.withdrawnOn(input.withdrawnAfter()));
                since.ifPresentOrElse(
                        day -> withdrawn.merge(document, day, (one, other) -> one.isAfter(other) ? one : other),
                        () -> standing.add(document));
            });
        }
        withdrawn.keySet().removeAll(standing);
    }

    private String placeOf(LinkState link) {
        String own = DocumentIds.document(link.url());
        return Optional.ofNullable(placeOfLink.get(link.sourceId() + " " + own))
                .map(Place::document)
                .orElse(own);
    }

    private static String key(String sourceId, String url) {
        return sourceId + " " + url;
    }
}
