package org.fazhi.harvest.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One publisher of reports and where its pages list them; one YAML file under {@code jobs/}.
 *
 * @param id unique over all sources read together
 * @param publisher the body's name, such as 郯城县司法局
 * @param region GB/T 2260 code of six digits; 99xxxx is fictional
 * @param listings pages that list documents
 * @param documents reports known by their own URL
 * @param title what a report's title matches
 * @param since first report year wanted
 * @param delay least time between two requests to one host
 * @param allowPrivateAddresses true only for loopback samples and tests
 * @param file the file it was read from, for messages
 */
public record Source(
        String id,
        String publisher,
        String region,
        IssuerKind issuerKind,
        ReportKind reportKind,
        List<Listing> listings,
        List<URI> documents,
        Pattern title,
        int since,
        Duration delay,
        boolean allowPrivateAddresses,
        Path file) {

    /** Matches the titles of the genre; look-alikes are excluded besides. */
    public static final String DEFAULT_TITLE = "(法治政府建设|法治建设|依法行政).*(报告|情况|总结)";

    public Source {
        listings = List.copyOf(listings);
        documents = List.copyOf(documents);
    }

    /**
     * A page that lists documents.
     *
     * @param cms the listing dialect, where the source names it; else it is recognised from the page
     * @param cmsLine 1-based line of {@code cms} in the source's file; 0 where the file does not say
     */
    public record Listing(URI url, Optional<String> cms, int cmsLine) {

        /** A listing that stands in no file. */
        public Listing(URI url, Optional<String> cms) {
            this(url, cms, 0);
        }
    }
}
