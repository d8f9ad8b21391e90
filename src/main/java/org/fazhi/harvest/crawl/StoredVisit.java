package org.fazhi.harvest.crawl;

import java.util.List;
import org.fazhi.harvest.fetch.FetchRequest;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.fetch.StoredFetching;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Captures;
import org.fazhi.harvest.state.Frontier;
import org.fazhi.text.Digest;

/** Takes one link from stored answers, as {@link LinkVisit} takes it from the web. */
public final class StoredVisit {

    private final StoredFetching fetching;
    private final Captures captures;
    private final Frontier frontier;
    private final PageInspection inspection;

    public StoredVisit(StoredFetching fetching, Captures captures, Frontier frontier, PageInspection inspection) {
        this.fetching = fetching;
        this.captures = captures;
        this.frontier = frontier;
        this.inspection = inspection;
    }

    /**
     * What the store has of a link and the state has not, the oldest first. A page that is archived already is nothing new,
     * unless it came after another; nor is it, where the link was tried before, that some crawler could not have it.
     */
    public List<VisitedLink> visits(Source source, Frontier.Due link, String nightId) {
        return fetching.all(FetchRequest.document(source, link.url())).stream()
                .filter(result -> isNew(link, result))
                .map(result -> VisitedLink.of(inspection, source, link, result, nightId))
                .toList();
    }

    private boolean isNew(Frontier.Due link, FetchResult result) {
        if (result instanceof FetchResult.Fetched fetched) {
            Digest payload = Digest.of(fetched.payload());
            return !captures.has(fetched.trace().finalUrl(), payload, link.sourceId())
                    || isAgain(link, fetched, payload);
        }
        return !frontier.isTried(link.sourceId(), link.url());
    }

    /** True where the page came back from what it had become, or from where it had gone. */
    private boolean isAgain(Frontier.Due link, FetchResult.Fetched fetched, Digest payload) {
        return captures.answers()
                .last(link.sourceId(), link.url())
                .filter(last -> last.at().isBefore(fetched.trace().startedAt()))
                .filter(last -> !last.payloadDigest().equals(payload)
                        || !last.url().equals(fetched.trace().finalUrl()))
                .isPresent();
    }
}
