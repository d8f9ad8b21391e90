package org.fazhi.app.batch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fazhi.harvest.archive.Archive;
import org.fazhi.harvest.archive.Capture;
import org.fazhi.harvest.archive.Walk;
import org.fazhi.harvest.crawl.VisitRecorder;
import org.fazhi.harvest.fetch.FetchState;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.Nights;
import org.fazhi.harvest.state.WalkEnd;
import org.fazhi.harvest.state.WalkLog;
import org.fazhi.text.Digest;
import org.fazhi.warehouse.load.FetchAttempt;
import org.fazhi.warehouse.load.LinkState;
import org.fazhi.warehouse.load.PublishedInputs;
import org.fazhi.warehouse.load.WalkedListing;
import org.fazhi.warehouse.store.WarehouseException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the state of a home anew that has none: of the archive, which knows the pages and what to ask for them with, and of the
 * release that stands, which knows the links, the requests and the walks through listings.
 */
final class LostState {

    private final Parts parts;
    private final Archive archive;
    private final NightPlan plan;
    private final SourceIndex sources;
    private final NightResult result;
    private final StateDamage damage;
    private final TransactionTemplate together;

    /** What is made anew. */
    record Parts(Nights nights, Captures captures, Frontier frontier, FetchLog fetches, WalkLog walks) {}

    LostState(
            Parts parts,
            Archive archive,
            NightPlan plan,
            SourceIndex sources,
            NightResult result,
            StateDamage damage,
            PlatformTransactionManager transactions) {
        this.parts = parts;
        this.archive = archive;
        this.plan = plan;
        this.sources = sources;
        this.result = result;
        this.damage = damage;
        this.together = new TransactionTemplate(transactions);
    }

    /** What the archive knows of a page. */
    private record Archived(Validators validators, Optional<URI> via) {}

    /** What was found, to tell it. */
    private static final class Found {

        private final Map<String, Archived> byPayload = new HashMap<>();
        private int pages;
        private int links;
        private int requests;
        private int walks;
    }

    /** Does nothing where a night was begun in this state before, or nothing is left to make it of. */
    void makeAnew() {
        damage.said().ifPresent(result::note);
        boolean isNew = parts.nights().last().isEmpty() && parts.captures().isEmpty();
        if (isNew && Archive.isIn(plan.archiveFolder())) {
            Found found = new Found();
            // All or nothing: what is half made would not be made again.
            together.executeWithoutResult(status -> {
                takeArchive(found);
                takeRelease(found);
            });
            result.note("state: expected what earlier nights have left in " + plan.stateFolder()
                    + ", got none; made anew with " + found.pages + " pages of the archive, and " + found.links
                    + " links, "
                    + found.requests + " requests and " + found.walks
                    + " walks through listings of the release that stands; a night that was cut off is not resumed");
        }
    }

    private void takeArchive(Found found) {
        Walk walk = archive.forEachCapture(capture -> capture.context().ifPresent(context -> {
            parts.captures().index(VisitRecorder.entry(capture.record(), context.sourceId()), context.requested());
            found.byPayload.put(
                    key(context.sourceId(), capture.record().digest().toString()),
                    new Archived(validators(capture), context.via()));
            found.pages++;
        }));
        walk.damages().forEach(damage -> result.damaged("archive/" + damage, false));
    }

    private static Validators validators(Capture capture) {
        return Validators.of(capture.headers());
    }

    private static String key(String sourceId, String digest) {
        return sourceId + " " + digest;
    }

    private void takeRelease(Found found) {
        Path file = plan.home().resolve("fazhi.duckdb");
        if (!Files.exists(file)) {
            return;
        }
        PublishedInputs published = new PublishedInputs(file);
        try {
            published.forEachLink(link -> {
                if (sources.ids().contains(link.sourceId())) {
                    take(link, found);
                }
            });
            published.forEachWalk(walk -> {
                parts.walks().add(entry(walk));
                found.walks++;
            });
            published.forEachFetch(fetch -> {
                parts.fetches().add(entry(fetch));
                found.requests++;
            });
        } catch (WarehouseException e) {
            result.note("state: expected links and requests in the release that stands, got " + e.getMessage());
        }
    }

    private void take(LinkState link, Found found) {
        URI url = URI.create(link.url());
        Optional<Archived> archived =
                link.payloadDigest().map(digest -> found.byPayload.get(key(link.sourceId(), digest)));
        URI via = archived.flatMap(Archived::via).orElseGet(() -> listing(link.sourceId(), url));
        Frontier.Judged judged = new Frontier.Judged(
                link.sourceId(), url, link.title(), via, link.reportYear(), link.listedOn(), true, "");
        boolean isTried = !link.state().equals(FetchState.PENDING.code());
        parts.frontier()
                .restore(
                        judged,
                        link.firstSeenAt(),
                        isTried
                                ? Optional.of(new Frontier.Attempted(
                                        link.state(),
                                        archived.flatMap(
                                                page -> page.validators().etag()),
                                        archived.flatMap(
                                                page -> page.validators().lastModified()),
                                        link.payloadDigest().map(Digest::parse),
                                        Duration.ZERO))
                                : Optional.empty(),
                        link.unlistedSince());
        found.links++;
    }

    private URI listing(String sourceId, URI otherwise) {
        return sources.source(sourceId).listings().stream()
                .findFirst()
                .map(listing -> listing.url())
                .orElse(otherwise);
    }

    /** A walk stands for what it proves only as long as its listing is configured as it was then. */
    private static WalkLog.Entry entry(WalkedListing walk) {
        return new WalkLog.Entry(
                walk.beganAt().toString(),
                walk.sourceId(),
                walk.listing(),
                walk.settings(),
                walk.beganAt(),
                walk.endedAt(),
                WalkEnd.of(walk.end()),
                walk.pages(),
                walk.rows(),
                walk.dated(),
                walk.taken(),
                walk.oldest(),
                walk.newest());
    }

    private static FetchLog.Entry entry(FetchAttempt fetch) {
        return new FetchLog.Entry(
                fetch.nightStartedAt().toString(),
                fetch.sourceId(),
                fetch.url(),
                fetch.kind(),
                fetch.state(),
                fetch.httpStatus(),
                fetch.startedAt(),
                fetch.duration(),
                fetch.bytes(),
                fetch.attempts(),
                fetch.reason().orElse(""),
                fetch.takenCount());
    }
}
