package org.fazhi.harvest.crawl;

import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.discovery.ReportTitle;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.source.AddressBounds;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Frontier;

/** The links to files and pages that hold the report, or the rest of it, which a page itself does not. */
final class AttachedLinks {

    private AttachedLinks() {}

    static List<Frontier.Judged> of(
            PageInspection inspection, Source source, Frontier.Due link, FetchResult.Fetched page) {
        Optional<String> title = Optional.of(link.title()).filter(text -> !text.isEmpty());
        return inspection.attachedFiles(source, page, title, link.via()).stream()
                .map(file -> new Frontier.Judged(
                        source.id(),
                        file.url(),
                        file.title(),
                        link.url(),
                        ReportTitle.year(file.title()),
                        file.publishedOn().or(link::listedOn),
                        AddressBounds.fits(file.url()),
                        AddressBounds.fits(file.url()) ? "" : Verdict.Reason.TOO_LONG.code()))
                .toList();
    }
}
