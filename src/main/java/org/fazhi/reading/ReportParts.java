package org.fazhi.reading;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.crawl.PageInspection.AttachedFile;
import org.fazhi.harvest.discovery.FrameLinks;
import org.fazhi.harvest.discovery.Link;
import org.fazhi.harvest.discovery.LinkFilter;
import org.fazhi.harvest.discovery.Verdict;
import org.fazhi.harvest.source.Source;
import org.fazhi.reading.strip.HtmlStripper;
import org.fazhi.reading.strip.PageParts;
import org.fazhi.reading.strip.UnreadablePageException;

/** The pages over which one report is spread. The first of them is read with the others and is the document. */
final class ReportParts {

    private static final HtmlStripper STRIPPER = new HtmlStripper();

    private ReportParts() {}

    /**
     * The later parts, to be asked for beside the first; none where the page is not a first part.
     *
     * @param linkTitle the title it was listed under
     */
    static List<AttachedFile> later(Source source, URI url, String html, Optional<String> linkTitle) {
        Optional<PageParts> parts =
                parts(url, html).filter(PageParts::isCounted).filter(found -> found.own() == 0);
        if (parts.isEmpty()) {
            return List.of();
        }
        String title = linkTitle.orElseGet(() -> STRIPPER.document(html).title());
        return parts.get().others().stream()
                .flatMap(address -> FrameLinks.resolve(address, url).stream())
                .filter(part ->
                        LinkFilter.judge(source, new Link(part, title, Optional.empty(), 0)) instanceof Verdict.Taken)
                .map(part -> new AttachedFile(part, title, Optional.empty()))
                .toList();
    }

    /** The address of the first part of which a page is a later one; empty where it is none. */
    static Optional<URI> first(URI url, String html) {
        return parts(url, html)
                .filter(parts -> parts.own() > 0)
                .flatMap(parts -> FrameLinks.resolve(parts.addresses().get(0), url));
    }

    private static Optional<PageParts> parts(URI url, String html) {
        try {
            return STRIPPER.parts(html, url);
        } catch (UnreadablePageException e) {
            return Optional.empty();
        }
    }
}
