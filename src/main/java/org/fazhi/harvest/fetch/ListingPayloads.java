package org.fazhi.harvest.fetch;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fazhi.text.Digest;

/** What the listings of each host answered in this run, so that a listing sent in place of an article is known. */
final class ListingPayloads {

    private static final int MOST_A_HOST = 400;

    private final Map<String, Map<Digest, URI>> hosts = new ConcurrentHashMap<>();

    void add(URI url, byte[] payload) {
        Map<Digest, URI> digests = hosts.computeIfAbsent(url.getRawAuthority(), host -> new HashMap<>());
        synchronized (digests) {
            if (digests.size() < MOST_A_HOST) {
                digests.putIfAbsent(Digest.of(payload), url);
            }
        }
    }

    /**
     * True where a listing of the host sent the same, and it is not that listing's own page that was asked for.
     *
     * @param url the address that answered
     */
    boolean isInPlaceOf(URI asked, URI url, byte[] payload) {
        Map<Digest, URI> digests = hosts.get(url.getRawAuthority());
        if (digests == null) {
            return false;
        }
        synchronized (digests) {
            URI listing = digests.get(Digest.of(payload));
            return listing != null && !listing.equals(asked);
        }
    }
}
