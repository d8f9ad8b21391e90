package org.fazhi.harvest.crawl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fazhi.harvest.discovery.JudgedLink;
import org.fazhi.harvest.discovery.ListingRequest;
import org.fazhi.harvest.discovery.ListingResponse;
import org.fazhi.harvest.discovery.ListingWalk;
import org.fazhi.harvest.discovery.ReportTitle;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.FetchLog;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.harvest.state.ListingPages;

/** Walks through one listing, page by page; a page that has not changed is read from the state instead of the network. */
public final class ListingCrawl {

    private final Asking asking;
    private final ListingPages pages;

    /** Where answers come from. */
    @FunctionalInterface
    public interface Asking {

        /** How a fetch ended; empty where there is nobody to ask for this page. */
        Optional<FetchResult> ask(FetchRequest request);
    }

    public ListingCrawl(Fetcher fetcher, ListingPages pages) {
        this(request -> Optional.of(fetcher.fetch(request)), pages);
    }

    public ListingCrawl(Asking asking, ListingPages pages) {
        this.asking = asking;
        this.pages = pages;
    }

    public CrawledListing crawl(Source source, Source.Listing listing, String nightId) {
        ListingWalk walk = new ListingWalk(source, listing);
        WalkTally tally = new WalkTally(source, listing, nightId);
        List<Frontier.Judged> links = new ArrayList<>();
        List<ListingPages.Page> fresh = new ArrayList<>();
        List<FetchLog.Entry> fetches = new ArrayList<>();
        for (Optional<ListingRequest> next = walk.next(); next.isPresent(); next = walk.next()) {
            ListingRequest request = next.get();
            Optional<ListingPages.Page> known = pages.find(source.id(), key(request));
            Optional<FetchResult> result = asking.ask(request(source, request)
                    .withValidators(known.map(ListingCrawl::validators).orElse(Validators.NONE)));
            result.ifPresent(tally::asked);
            List<FetchLog.Entry> asked = result.map(
                            ended -> FetchRecords.logged(nightId, source.id(), FetchRequest.Kind.LISTING, ended))
                    .orElse(List.of());
            Optional<ListingPages.Page> page = result.flatMap(ended -> page(source, request, ended, known));
            if (page.isEmpty()) {
                fetches.addAll(asked);
                walk.miss();
                continue;
            }
            if (!page.equals(known)) {
                fresh.add(page.get());
            }
            ListingResponse response = new ListingResponse(
                    request, URI.create(page.get().url()), page.get().body());
            List<Frontier.Judged> given = walk.accept(response).stream()
                    .map(judged -> judged(source, listing.url(), judged))
                    .toList();
            links.addAll(given);
            tally.given(given);
            long taken = given.stream().filter(Frontier.Judged::isTaken).count();
            fetches.addAll(FetchRecords.withTakenCount(asked, Math.toIntExact(taken)));
        }
        String stop = walk.stop().map(ListingWalk.Stop::code).orElse("complete");
        return new CrawledListing(
                source.id(), walk.dialect().orElse("none"), stop, links, fresh, fetches, tally.entry(walk));
    }

    /** The documents a source names by their own URL, as links; of a year only where the file's name is a title that has one. */
    public static CrawledListing named(Source source) {
        List<Frontier.Judged> links = source.documents().stream()
                .map(url -> new Frontier.Judged(
                        source.id(), url, "", url, yearOfName(source, url), Optional.empty(), true, ""))
                .toList();
        return new CrawledListing(source.id(), "none", "complete", links, List.of(), List.of(), Optional.empty());
    }

    private static OptionalInt yearOfName(Source source, URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return source.title().matcher(name).find() ? ReportTitle.year(name) : OptionalInt.empty();
    }

    /** The request as the fetcher takes it. */
    public static FetchRequest request(Source source, ListingRequest request) {
        return FetchRequest.listing(source, request.url(), request.formBody(), request.referrer());
    }

    private static Optional<ListingPages.Page> page(
            Source source, ListingRequest request, FetchResult result, Optional<ListingPages.Page> known) {
        if (result instanceof FetchResult.NotModified) {
            return known;
        }
        if (result instanceof FetchResult.Fetched fetched) {
            return Optional.of(new ListingPages.Page(
                    source.id(),
                    key(request),
                    fetched.trace().finalUrl().toString(),
                    fetched.validators().etag(),
                    fetched.validators().lastModified(),
                    fetched.text().text(),
                    fetched.trace().startedAt()));
        }
        return Optional.empty();
    }

    private static Validators validators(ListingPages.Page page) {
        return new Validators(page.etag(), page.lastModified());
    }

    private static String key(ListingRequest request) {
        return request.method() + " " + request.url()
                + request.formBody().map(form -> " " + form).orElse("");
    }

    /** A row as it is written down. */
    public static Frontier.Judged judged(Source source, URI via, JudgedLink judged) {
        boolean isTaken = judged.verdict() instanceof Verdict.Taken;
        String reason = judged.verdict() instanceof Verdict.Rejected rejected
                ? rejected.reason().code()
                : "";
        return new Frontier.Judged(
                source.id(),
                judged.link().url(),
                judged.link().title(),
                via,
                ReportTitle.year(judged.link().title()),
                judged.link().date(),
                isTaken,
                reason);
    }
}
