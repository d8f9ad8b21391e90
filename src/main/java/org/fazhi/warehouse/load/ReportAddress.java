package org.fazhi.warehouse.load;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.fazhi.text.BundledFile;
import org.fazhi.text.KnownPattern;

/**
 * The one address that the several ways of writing it mean: with http or https, with or without what
 * {@code warehouse/knowledge/idle_addresses.yml} says leads nowhere else. It groups documents and names none: a document is
 * known by the address at which it was fetched.
 */
final class ReportAddress {

    static final String FILE = "warehouse/knowledge/idle_addresses.yml";

    private static final ReportAddress BUNDLED =
            new ReportAddress(KnownPattern.of(FILE, BundledFile.text(FILE), Sign.values()));

    /** Of several addresses of one report the first is the one to know it by: with https, the shortest. */
    static final Comparator<String> BEST_FIRST = Comparator.<String>comparingInt(
                    url -> url.startsWith("https:") ? 0 : 1)
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    /** Where an entry stands in an address; the head of the file says what each is. */
    enum Sign {
        PARAMETER,
        SESSION,
        INDEX
    }

    private final List<KnownPattern<Sign>> entries;

    private ReportAddress(List<KnownPattern<Sign>> entries) {
        this.entries = entries;
    }

    static ReportAddress bundled() {
        return BUNDLED;
    }

    List<KnownPattern<Sign>> entries() {
        return entries;
    }

    /** The same for all ways of writing an address; what is no URL stays as it is. */
    String of(String url) {
        String normal = DocumentIds.normalForm(url);
        try {
            URI uri = new URI(normal);
            if (uri.getScheme() == null || uri.getRawAuthority() == null || uri.getRawPath() == null) {
                return normal;
            }
            String query = uri.getRawQuery() == null ? "" : query(uri.getRawQuery());
            return uri.getRawAuthority() + path(uri.getRawPath()) + (query.isEmpty() ? "" : "?" + query);
        } catch (URISyntaxException e) {
            return normal;
        }
    }

    private String path(String path) {
        String plain = path;
        int semicolon = path.indexOf(';');
        if (semicolon >= 0 && isIdle(Sign.SESSION, path.substring(semicolon + 1))) {
            plain = path.substring(0, semicolon);
        }
        int name = plain.lastIndexOf('/') + 1;
        return isIdle(Sign.INDEX, plain.substring(name)) ? plain.substring(0, name) : plain;
    }

    private String query(String query) {
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !isIdle(Sign.PARAMETER, part))
                .collect(Collectors.joining("&"));
    }

    private boolean isIdle(Sign sign, String part) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.sign() == sign && entry.pattern().matcher(part).matches());
    }
}
