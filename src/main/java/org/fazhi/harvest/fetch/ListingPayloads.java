package org.fazhi.harvest.fetch;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fazhi.text.Digest;

/** What the listings of each host answered in this run, so that a listing sent in place of an article is known. */
final class ListingPayloads {

    private static final int MOST_A_HOST = 400;

    private final Map<String, Set<Digest>> hosts = new ConcurrentHashMap<>();

    void add(URI url, byte[] payload) {
        Set<Digest> digests = hosts.computeIfAbsent(url.getRawAuthority(), host -> new LinkedHashSet<>());
        synchronized (digests) {
            if (digests.size() < MOST_A_HOST) {
                digests.add(Digest.of(payload));
            }
        }
    }

    boolean contains(URI url, byte[] payload) {
        Set<Digest> digests = hosts.get(url.getRawAuthority());
        if (digests == null) {
            return false;
        }
        synchronized (digests) {
            return digests.contains(Digest.of(payload));
        }
    }
}
