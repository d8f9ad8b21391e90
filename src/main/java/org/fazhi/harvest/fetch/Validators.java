package org.fazhi.harvest.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a conditional request is made with (RFC 9110 §8.8): what the server said when it last sent the page. */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

    /** Longer values are not kept and not sent back. */
    private static final int LONGEST_ETAG = 300;

    /** A date of RFC 9110 §5.6.7 has 29 characters; some sites send others. */
    private static final int LONGEST_DATE = 100;

    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    public Validators {
        etag = etag.filter(value -> isPrintable(value, LONGEST_ETAG));
        lastModified = lastModified.filter(value -> isPrintable(value, LONGEST_DATE));
    }

    /** The validators among response headers, whose names are in lower case. */
    public static Validators of(Map<String, List<String>> headers) {
        return new Validators(first(headers, "etag"), first(headers, "last-modified"));
    }

    /** True where there is nothing to ask by. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static boolean isPrintable(String value, int longest) {
        return value.length() <= longest && value.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }
}
