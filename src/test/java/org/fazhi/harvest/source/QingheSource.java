package org.fazhi.harvest.source;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fictional source that tests of listings and fetches share. */
public final class QingheSource {

    private QingheSource() {}

    /** With one listing, whose dialect is to be recognised. */
    public static Source listedAt(URI listing) {
        return source(listing, "清禾县人民政府", false);
    }

    /** The same of another body of the county. */
    public static Source listedAt(URI listing, String publisher) {
        return source(listing, publisher, false);
    }

    /** The same on this machine. */
    public static Source onLoopback(URI listing) {
        return source(listing, "清禾县人民政府", true);
    }

    private static Source source(URI listing, String publisher, boolean allowPrivateAddresses) {
        return new Source(
                "qinghe-government",
                publisher,
                "991121",
                IssuerKind.GOVERNMENT,
                ReportKind.RULE_OF_LAW,
                List.of(new Source.Listing(listing, Optional.empty())),
                List.of(),
                Pattern.compile(Source.DEFAULT_TITLE),
                2019,
                Duration.ofSeconds(2),
                allowPrivateAddresses,
                Path.of("jobs/x.yml"));
    }
}
