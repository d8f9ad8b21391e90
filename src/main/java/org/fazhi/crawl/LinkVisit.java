package org.fazhi.crawl;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.attachment.AttachmentFormat;
import org.fazhi.discovery.ReportTitle;
import org.fazhi.fetch.FetchRequest;
import org.fazhi.fetch.FetchResult;
import org.fazhi.fetch.Fetcher;
import org.fazhi.fetch.Validators;
import org.fazhi.reading.AttachedReports;
import org.fazhi.source.Source;
import org.fazhi.state.Frontier;

/** Fetches one link, conditionally where it was had before, and sees which files stand in for its page. */
public final class LinkVisit {

    private final Fetcher fetcher;

    public LinkVisit(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    public VisitedLink visit(Source source, Frontier.Due link, String nightId) {
        FetchRequest request = FetchRequest.document(source, link.url())
                .withValidators(new Validators(link.etag(), link.lastModified()));
        FetchResult result = fetcher.fetch(request);
        Optional<FetchResult.Fetched> page =
                result instanceof FetchResult.Fetched fetched ? Optional.of(fetched) : Optional.empty();
        return new VisitedLink(
                link,
                page,
                FetchRecords.attempted(result),
                FetchRecords.logged(nightId, source.id(), FetchRequest.Kind.DOCUMENT, result),
                page.map(fetched -> attached(source, link, fetched)).orElse(List.of()));
    }

    private static List<Frontier.Judged> attached(Source source, Frontier.Due link, FetchResult.Fetched page) {
        if (AttachmentFormat.of(page.payload()).isPresent()) {
            return List.of();
        }
        Optional<String> title = Optional.of(link.title()).filter(text -> !text.isEmpty());
        URI url = page.trace().finalUrl();
        return AttachedReports.in(source, url, page.text().text(), title).stream()
                .map(file -> new Frontier.Judged(
                        source.id(),
                        file.url(),
                        file.title(),
                        link.url(),
                        ReportTitle.year(file.title()),
                        file.publishedOn().or(link::listedOn),
                        true,
                        ""))
                .toList();
    }
}
