package org.fazhi.harvest.crawl;

import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Frontier;

/** Fetches one link, conditionally where it was had before, and sees which files stand in for its page. */
public final class LinkVisit {

    private final Fetcher fetcher;
    private final PageInspection inspection;

    public LinkVisit(Fetcher fetcher, PageInspection inspection) {
        this.fetcher = fetcher;
        this.inspection = inspection;
    }

    public VisitedLink visit(Source source, Frontier.Due link, String nightId) {
        FetchRequest request = FetchRequest.document(source, link.url())
                .withValidators(new Validators(link.etag(), link.lastModified()));
        return VisitedLink.of(inspection, source, link, fetcher.fetch(request), nightId);
    }
}
