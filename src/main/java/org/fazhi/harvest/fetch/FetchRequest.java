package org.fazhi.harvest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.fazhi.harvest.source.Source;

/**
 * One page to fetch, with what its source says of manners.
 *
 * @param formBody {@code application/x-www-form-urlencoded}; present for a POST
 * @param delay least time between the end of one request to the host and the start of the next
 * @param allowPrivateAddresses true where only loopback addresses may be reached, false where only public ones
 * @param validators what an earlier answer said; the request is conditional where they are not empty
 */
public record FetchRequest(
        URI url,
        Kind kind,
        Optional<String> formBody,
        Optional<URI> referrer,
        Duration delay,
        boolean allowPrivateAddresses,
        Validators validators) {

    /** What is expected at the address. */
    public enum Kind {
        LISTING,
        DOCUMENT
    }

    /**
     * @param formBody present for a POST
     * @param referrer the page that asked for it
     */
    public static FetchRequest listing(Source source, URI url, Optional<String> formBody, Optional<URI> referrer) {
        return new FetchRequest(
                url, Kind.LISTING, formBody, referrer, source.delay(), source.allowPrivateAddresses(), Validators.NONE);
    }

    public static FetchRequest document(Source source, URI url) {
        return new FetchRequest(
                url,
                Kind.DOCUMENT,
                Optional.empty(),
                Optional.empty(),
                source.delay(),
                source.allowPrivateAddresses(),
                Validators.NONE);
    }

    /** The same, conditional. */
    public FetchRequest withValidators(Validators known) {
        return new FetchRequest(url, kind, formBody, referrer, delay, allowPrivateAddresses, known);
    }
}
