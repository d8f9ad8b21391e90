package org.fazhi.harvest.state;

import org.fazhi.text.Digest;

/** A key for URLs, which may be longer than a database index takes. */
final class UrlHash {

    private UrlHash() {}

    static String of(String url) {
        return Digest.of(url).hex();
    }
}
