package org.fazhi.crawl;

import java.util.Optional;
import org.fazhi.fetch.FetchRequest;
import org.fazhi.fetch.FetchResult;
import org.fazhi.fetch.Fetcher;
import org.fazhi.fetch.Validators;
import org.fazhi.source.Source;
import org.fazhi.state.Frontier;

/** Fetches one link, conditionally where it was had before. */
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
                FetchRecords.logged(nightId, source.id(), FetchRequest.Kind.DOCUMENT, result));
    }
}
