package org.fazhi.reading;

import java.net.URI;
import java.util.Optional;

/** The pages and files that are to be had beside a page without asking anybody: in its folder, in the archive. */
@FunctionalInterface
public interface Beside {

    /** Nothing stands beside the page. */
    Beside NOTHING = url -> Optional.empty();

    /** What stands at the address; empty where nothing is to be had. */
    Optional<Found> at(URI url);

    /**
     * What was found.
     *
     * @param contentType the header it came with
     */
    record Found(byte[] payload, Optional<String> contentType) {}
}
