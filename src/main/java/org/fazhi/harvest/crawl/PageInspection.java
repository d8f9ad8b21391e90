package org.fazhi.harvest.crawl;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fazhi.harvest.fetch.FetchResult;
import org.fazhi.harvest.source.Source;

/** What the crawl asks about a page that it was just given. Reading answers, which stands after this wing. */
public interface PageInspection {

    /**
     * A file, or a page in a frame, that holds the report which its page does not; or a later part of it.
     *
     * @param title its own, or that of the page where it has none
     * @param publishedOn the date of the page
     */
    record AttachedFile(URI url, String title, Optional<LocalDate> publishedOn) {}

    /**
     * What to ask for in place of a page, or beside it; nothing where the page has the whole report itself.
     *
     * @param linkTitle the title it was listed under
     * @param via where its link was found
     */
    List<AttachedFile> attachedFiles(Source source, FetchResult.Fetched page, Optional<String> linkTitle, URI via);

    /** The title a page gives itself; empty where it gives none or cannot be read. */
    Optional<String> title(URI url, String html);
}
