package org.fazhi.warehouse.load;

import java.time.Instant;

/**
 * A page that an address gave, where that says more than the extracts do: that it came back, or that the address led on.
 *
 * @param asked what was asked for
 * @param url where the payload came from, after redirects
 * @param payloadDigest as {@code Extract#payloadDigest}
 * @param lastAt when this payload last came from there (UTC)
 */
public record PageAnswer(String sourceId, String asked, String url, String payloadDigest, Instant lastAt) {}
