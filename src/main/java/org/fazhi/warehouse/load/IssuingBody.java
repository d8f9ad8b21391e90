package org.fazhi.warehouse.load;

import java.util.Optional;
import org.fazhi.harvest.source.IssuerKind;
import org.fazhi.text.Digest;

/**
 * The body that a name means.
 *
 * @param region GB/T 2260 code; empty where it is not known
 * @param body its name without its region, in full: 司法局
 * @param name with its region as that is called today: 云溪县司法局
 * @param namedKind the kind that the name tells; empty where it tells none
 * @param function what it does, as {@code dim_issuer.issuer_function}
 */
record IssuingBody(Optional<String> region, String body, String name, Optional<IssuerKind> namedKind, String function) {

    private static final int HEX_DIGITS = 16;

    /** The same in every release: made from the region's code and the name behind it, which outlives a renamed region. */
    String key() {
        return Digest.of(region.orElse("") + "\n" + body).hex().substring(0, HEX_DIGITS);
    }
}
