package org.fazhi.sample;

import java.time.Duration;

/**
 * A request the sample answered.
 *
 * @param target path and query
 * @param conditional whether it carried If-None-Match or If-Modified-Since
 * @param status of the answer
 * @param elapsed from the request to the start of its answer, the gate included
 */
public record LoggedRequest(
        Family family, String method, String target, boolean conditional, int status, Duration elapsed) {}
