package org.fazhi.harvest.discovery;

import java.util.Optional;
import java.util.Set;

/**
 * What a page tells of its list, beside the rows and requests that a dialect reads from it.
 *
 * @param signs what the page says of the rows and pages there are
 * @param name what the page calls its list
 * @param document the page itself, where it is a document and no list
 * @param hiddenBodies bodies whose rows only a script shows, as their tabs name them
 */
record ListingTraits(PagerSigns signs, ListName name, Optional<Link> document, Set<String> hiddenBodies) {

    static final ListingTraits NONE = new ListingTraits(PagerSigns.NONE, ListName.NONE, Optional.empty(), Set.of());

    ListingTraits {
        hiddenBodies = Set.copyOf(hiddenBodies);
    }
}
