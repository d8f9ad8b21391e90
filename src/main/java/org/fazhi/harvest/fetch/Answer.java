package org.fazhi.harvest.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one request over the wire brought. */
sealed interface Answer {

    /**
     * A whole answer.
     *
     * @param headers names in lower case
     * @param body as sent, transfer encoding undone
     */
    record Received(int status, Map<String, List<String>> headers, byte[] body) implements Answer {

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /** An answer whose body went beyond the bound and was cut off. */
    record Oversized(int status, int bound) implements Answer {}

    /** An answer whose body broke off before its end. Trying again may help. */
    record Truncated(int status, String reason) implements Answer {}

    /** No connection was made: the name leads to an address that must not be reached. */
    record Refused(String reason) implements Answer {}

    /**
     * No answer.
     *
     * @param isPassing true where trying again may help
     */
    record Fault(String reason, boolean isPassing) implements Answer {}
}
