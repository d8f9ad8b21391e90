package org.fazhi.harvest.source;

import java.net.URI;
import java.util.Optional;

/** How long an address may be that is asked or kept; checked where one enters: sources, listings, pages, redirects. */
public final class AddressBounds {

    /** Characters of the whole address, escaped as it is sent. Servers commonly take 8,000 bytes; no site needs 2,000. */
    public static final int LONGEST = 2_000;

    /** A host name has at most 253 characters (RFC 1035 §2.3.4 less its root); a colon and a port follow. */
    static final int LONGEST_AUTHORITY = 253 + 1 + 5;

    private AddressBounds() {}

    /** True where the address is short enough to be asked. */
    public static boolean fits(URI url) {
        String authority = Optional.ofNullable(url.getRawAuthority()).orElse("");
        return url.toString().length() <= LONGEST && authority.length() <= LONGEST_AUTHORITY;
    }
}
