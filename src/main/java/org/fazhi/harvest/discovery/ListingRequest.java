package org.fazhi.harvest.discovery;

import java.net.URI;
import java.util.Optional;
import org.fazhi.harvest.source.AddressBounds;

/**
 * A request that a listing asks for: its first page or one that follows.
 *
 * @param formBody {@code application/x-www-form-urlencoded}, for a POST
 * @param referrer the page that asked for it; relative addresses in answers that are no pages are resolved against it
 */
public record ListingRequest(URI url, Method method, Optional<String> formBody, Optional<URI> referrer) {

    /** A hidden field that a form sends back may hold a whole view of the server; few servers take as much. */
    static final int LONGEST_FORM = 4_000;

    /** The methods listings are asked by. */
    public enum Method {
        GET,
        POST
    }

    public ListingRequest {
        if (formBody.isPresent() != (method == Method.POST)) {
            throw new IllegalArgumentException(url + ": expected a form body exactly for POST, got " + method);
        }
    }

    /** True where it is short enough to be sent. */
    boolean fits() {
        return AddressBounds.fits(url) && formBody.map(String::length).orElse(0) <= LONGEST_FORM;
    }

    public static ListingRequest get(URI url) {
        return new ListingRequest(url, Method.GET, Optional.empty(), Optional.empty());
    }

    public static ListingRequest get(URI url, URI referrer) {
        return new ListingRequest(url, Method.GET, Optional.empty(), Optional.of(referrer));
    }

    public static ListingRequest post(URI url, String formBody, URI referrer) {
        return new ListingRequest(url, Method.POST, Optional.of(formBody), Optional.of(referrer));
    }
}
