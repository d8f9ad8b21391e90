package org.fazhi.harvest.crawl;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.reading.attachment.AttachmentFormat;
import org.fazhi.harvest.discovery.ReportTitle;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.reading.AttachedReports;
import org.fazhi.harvest.source.Source;
import org.fazhi.harvest.state.Frontier;

/** The links to files that hold the report which a page itself does not. */
final class AttachedLinks {

    private AttachedLinks() {}

    static List<Frontier.Judged> of(Source source, Frontier.Due link, FetchResult.Fetched page) {
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
