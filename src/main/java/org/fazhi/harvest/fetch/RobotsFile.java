package org.fazhi.harvest.fetch;

import java.time.Instant;

/**
 * A robots.txt as it was last had.
 *
 * @param status HTTP status; 0 where the host could not be reached
 * @param body decoded as UTF-8, at most 500 KiB; empty unless the status is 2xx
 * @param fetchedAt when it was last confirmed
 */
public record RobotsFile(int status, String body, Instant fetchedAt, Validators validators) {

    /** True for 2xx: its rules count. */
    boolean hasRules() {
        return status >= 200 && status < 300;
    }

    /** True where RFC 9309 §2.3.1.4 asks to stay away: server errors, no answer; 429 is the same wish in other words. */
    boolean isUnreachable() {
        return status == 0 || status >= 500 || status == 429;
    }
}
