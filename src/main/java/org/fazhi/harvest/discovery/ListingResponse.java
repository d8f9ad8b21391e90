package org.fazhi.harvest.discovery;

import java.net.URI;

/**
 * What a listing answered.
 *
 * @param request what was asked
 * @param url where the answer came from, after redirects
 * @param body decoded
 */
public record ListingResponse(ListingRequest request, URI url, String body) {

    /** The answer to a plain GET that was not redirected. */
    public static ListingResponse of(URI url, String body) {
        return new ListingResponse(ListingRequest.get(url), url, body);
    }
}
