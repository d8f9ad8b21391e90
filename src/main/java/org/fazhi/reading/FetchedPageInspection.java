package org.fazhi.reading;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.crawl.PageInspection;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.attachment.AttachmentFormat;
import org.fazhi.reading.strip.HtmlStripper;
import org.fazhi.reading.strip.PageMetadata;
import org.fazhi.reading.strip.UnreadablePageException;

/** Inspects pages while they are harvested, by the same rules by which they are read later. */
public final class FetchedPageInspection implements PageInspection {

    private final HtmlStripper stripper = new HtmlStripper();

    @Override
    public List<AttachedFile> attachedFiles(
            Source source, FetchResult.Fetched page, Optional<String> linkTitle, URI via) {
        if (AttachmentFormat.of(page.payload()).isPresent()) {
            return List.of();
        }
        URI url = page.trace().finalUrl();
        String html = page.text().text();
        List<AttachedFile> attached = AttachedReports.in(source, url, html, linkTitle, Optional.of(via));
        return attached.isEmpty() ? ReportParts.later(source, url, html, linkTitle) : attached;
    }

    @Override
    public Optional<String> title(URI url, String html) {
        try {
            return stripper.strip(html, url).metadata().first(PageMetadata.Field.TITLE);
        } catch (UnreadablePageException e) {
            return Optional.empty();
        }
    }
}
