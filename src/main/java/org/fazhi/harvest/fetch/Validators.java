package org.fazhi.harvest.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a conditional request is made with (RFC 9110 §8.8): what the server said when it last sent the page. */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

    /** Longer values are not sent back. */
    private static final int MAX_LENGTH = 300;

    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    public Validators {
        etag = etag.filter(Validators::isPrintable);
        lastModified = lastModified.filter(Validators::isPrintable);
    }

    /** The validators among response headers, whose names are in lower case. */
    static Validators of(Map<String, List<String>> headers) {
        return new Validators(first(headers, "etag"), first(headers, "last-modified"));
    }

    /** True where there is nothing to ask by. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static boolean isPrintable(String value) {
        return value.length() <= MAX_LENGTH && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }
}
