package org.fazhi.harvest.discovery;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queries and forms: {@code name=value} pairs in their order, percent-encoded (WHATWG URL, urlencoded). */
final class QueryText {

    private static final int MOST_PAIRS = 40;

    private QueryText() {}

    /** The pairs, decoded; of two of one name the first. */
    static Map<String, String> parse(String query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query.replaceFirst("^\\?", "").split("&(?:amp;)?", MOST_PAIRS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    static Map<String, String> of(URI url) {
        return parse(Optional.ofNullable(url.getRawQuery()).orElse(""));
    }

    static String format(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A positive number, else 0. */
    static int number(Map<String, String> pairs, String name) {
        String value = pairs.getOrDefault(name, "");
        return value.matches("\\d{1,7}") ? Integer.parseInt(value) : 0;
    }

    /** The address with this query in place of its own. */
    static Optional<URI> with(URI url, Map<String, String> pairs) {
        String bare = url.toString().replaceFirst("[?#].*$", "");
        return Hrefs.resolve(url, bare + "?" + format(pairs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
