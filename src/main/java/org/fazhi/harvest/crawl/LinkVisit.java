package org.fazhi.harvest.crawl;

import java.util.function.Predicate;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.Fetcher;
import org.fazhi.harvest.fetch.Validators;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Frontier;

/** Fetches one link, conditionally where it was had before and is still kept, and sees which files stand in for its page. */
public final class LinkVisit {

    private final Fetcher fetcher;
    private final PageInspection inspection;
    private final Predicate<Frontier.Due> isKept;

    /** @param isKept tells whether what the link last gave can be read; where it cannot, "not modified" would be no answer */
    public LinkVisit(Fetcher fetcher, PageInspection inspection, Predicate<Frontier.Due> isKept) {
        this.fetcher = fetcher;
        this.isKept = isKept;
        this.inspection = inspection;
    }

    public VisitedLink visit(Source source, Frontier.Due link, String nightId) {
        Validators validators = new Validators(link.etag(), link.lastModified());
        FetchRequest request = FetchRequest.document(source, link.url())
                .withValidators(validators.isEmpty() || isKept.test(link) ? validators : Validators.NONE);
        return VisitedLink.of(inspection, source, link, fetcher.fetch(request), nightId);
    }
}
