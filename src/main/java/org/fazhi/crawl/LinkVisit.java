package org.fazhi.crawl;

import org.fazhi.fetch.FetchRequest;
import org.fazhi.fetch.Fetcher;
import org.fazhi.fetch.Validators;
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
        return VisitedLink.of(source, link, fetcher.fetch(request), nightId);
    }
}
