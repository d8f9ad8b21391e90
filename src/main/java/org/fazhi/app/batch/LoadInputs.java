package org.fazhi.app.batch;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fazhi.harvest.discovery.DoubtfulTitles;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.reading.ExtractStore;
import org.fazhi.reading.indicators.Indicator;
import org.fazhi.reading.indicators.IndicatorDictionary;
import org.fazhi.reading.indicators.SeriesBreak;
import org.fazhi.warehouse.load.CaptureKey;
import org.fazhi.warehouse.load.FetchAttempt;
import org.fazhi.warehouse.load.IndicatorEntry;
import org.fazhi.warehouse.load.LinkState;
import org.fazhi.warehouse.load.LoadInput;
import org.fazhi.warehouse.load.PageAnswer;
import org.fazhi.warehouse.load.UntakenLink;
import org.fazhi.warehouse.load.WalkedListing;

/** Gathers all that a release is made of. */
final class LoadInputs {

    private final NightPlan plan;
    private final ExtractStore extracts;
    private final FetchLog fetches;
    private final Frontier frontier;
    private final WalkLog walks;
    private final Captures captures;
    private final IndicatorDictionary dictionary;
    private final SourceIndex sources;
    private final NightResult result;

    LoadInputs(
            NightPlan plan,
            ExtractStore extracts,
            FetchLog fetches,
            Frontier frontier,
            WalkLog walks,
            Captures captures,
            IndicatorDictionary dictionary,
            SourceIndex sources,
            NightResult result) {
        this.result = result;
        this.plan = plan;
        this.extracts = extracts;
        this.fetches = fetches;
        this.frontier = frontier;
        this.walks = walks;
        this.captures = captures;
        this.dictionary = dictionary;
        this.sources = sources;
    }

    LoadInput of(String nightId) {
        Instant startedAt = Instant.parse(nightId);
        Set<String> told = new HashSet<>();
        // Those of pages that the state knows were made anew; of others nothing tells what they should say.
        Consumer<String> damages = damage -> {
            if (told.add(damage)) {
                result.note("state/" + damage + "; it is left out");
            }
        };
        return new LoadInput(
                date(nightId),
                startedAt,
                plan.registry().sources(),
                () -> extracts.all(damages).filter(extract -> sources.ids().contains(extract.sourceId())),
                this::captures,
                this::fetches,
                this::links,
                this::walks,
                this::untaken,
                this::answers,
                plan.registry().nightly().withdrawnAfter(),
                dictionary.indicators().stream().map(LoadInputs::entry).toList(),
                codeVersion(),
                plan.reviews());
    }

    /**
     * The program's version and the digest of the code that makes rows: a build of other code loads anew. Which code reads
     * shows in what was read and is not said here, so that a release is not made anew for a reader that reads the same.
     */
    private String codeVersion() {
        return plan.codeVersion() + "+" + NightReader.loader();
    }

    private Stream<FetchAttempt> fetches() {
        return fetches.all()
                .filter(fetch -> sources.ids().contains(fetch.sourceId()))
                .map(fetch -> new FetchAttempt(
                        date(fetch.nightId()),
                        Instant.parse(fetch.nightId()),
                        fetch.sourceId(),
                        fetch.url(),
                        fetch.kind(),
                        fetch.state(),
                        fetch.httpStatus(),
                        fetch.startedAt(),
                        fetch.duration(),
                        fetch.bytes(),
                        fetch.attempts(),
                        Optional.of(fetch.reason()).filter(reason -> !reason.isEmpty()),
                        fetch.takenCount()));
    }

    private Stream<LinkState> links() {
        return frontier.known()
                .filter(link -> link.isTaken() && sources.ids().contains(link.sourceId()) && isStillNamed(link))
                .map(link -> new LinkState(
                        link.sourceId(),
                        link.url(),
                        link.title(),
                        link.reportYear(),
                        link.state().orElse(FetchState.PENDING.code()),
                        link.firstSeenAt(),
                        link.payloadDigest(),
                        link.listedOn(),
                        link.unlistedSince()));
    }

    /** A document named by its own URL and taken off again may have been a slip of the pen; what a listing names stays, or is. */
    private boolean isStillNamed(Frontier.Known link) {
        return !link.via().equals(link.url())
                || isListed(link)
                || sources.source(link.sourceId()).documents().contains(URI.create(link.url()));
    }

    /** Rows of the listings that are configured; those of a listing that was a slip of the pen say nothing. */
    private Stream<UntakenLink> untaken() {
        return frontier.known()
                .filter(link -> !link.isTaken() && sources.ids().contains(link.sourceId()) && isListed(link))
                .filter(link -> DoubtfulTitles.bundled().mayBeReport(link.title(), link.reason()))
                .map(link -> new UntakenLink(
                        link.sourceId(),
                        link.url(),
                        link.title(),
                        DoubtfulTitles.year(link.title()),
                        link.listedOn(),
                        link.reason()));
    }

    private boolean isListed(Frontier.Known link) {
        return sources.source(link.sourceId()).listings().stream()
                .anyMatch(listing -> listing.url().toString().equals(link.via()));
    }

    private Stream<CaptureKey> captures() {
        return captures.all()
                .map(capture -> new CaptureKey(
                        capture.sourceId(),
                        capture.url().toString(),
                        capture.payloadDigest().toString()));
    }

    private Stream<PageAnswer> answers() {
        return captures.answers()
                .telling()
                .filter(answer -> sources.ids().contains(answer.sourceId()))
                .map(answer -> new PageAnswer(
                        answer.sourceId(),
                        answer.asked().toString(),
                        answer.url().toString(),
                        answer.payloadDigest().toString(),
                        answer.at()));
    }

    private Stream<WalkedListing> walks() {
        Set<String> places = new HashSet<>();
        List<WalkLog.Entry> standing = new ArrayList<>(walks.standing());
        Collections.reverse(standing);
        // The newest of a listing comes first now.
        return standing.stream().map(walk -> walked(walk, places.add(walk.sourceId() + "\t" + walk.listing())));
    }

    private WalkedListing walked(WalkLog.Entry walk, boolean isLast) {
        return new WalkedListing(
                walk.sourceId(),
                walk.listing(),
                isLast,
                walk.end().isWhole(),
                walk.end().code(),
                walk.beganAt().atZone(plan.registry().nightly().zone()).toLocalDate(),
                walk.beganAt(),
                walk.endedAt(),
                walk.pageCount(),
                walk.rowCount(),
                walk.datedCount(),
                walk.takenCount(),
                walk.oldest(),
                walk.newest(),
                walk.settings());
    }

    private LocalDate date(String nightId) {
        ZoneId zone = plan.registry().nightly().zone();
        return Instant.parse(nightId).atZone(zone).toLocalDate();
    }

    private static IndicatorEntry entry(Indicator indicator) {
        return new IndicatorEntry(
                indicator.code(),
                indicator.domain(),
                indicator.name(),
                indicator.nameEn(),
                indicator.definition(),
                indicator.definitionEn(),
                indicator.unit(),
                indicator.kind().code(),
                indicator.additive(),
                Optional.of(indicator.task().code()),
                indicator.direction().code(),
                indicator.measureType().code(),
                indicator
                        .seriesBreak()
                        .map(SeriesBreak::validFromYear)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                indicator.seriesBreak().map(SeriesBreak::basis));
    }
}
