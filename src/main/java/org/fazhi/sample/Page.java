package org.fazhi.sample;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A page of the sample as it is served.
 *
 * @param path absolute path on its family's host, a query included where the answer depends on one
 * @param status HTTP status of a plain GET
 * @param contentType the header, charset included where the server names one
 * @param modified the day of its Last-Modified
 * @param location of a redirect
 */
record Page(
        Family family,
        String path,
        int status,
        String contentType,
        LocalDate modified,
        Optional<String> location,
        byte[] body) {

    static Page of(Family family, String path, String contentType, LocalDate modified, byte[] body) {
        return new Page(family, path, 200, contentType, modified, Optional.empty(), body);
    }
}
