package org.fazhi.harvest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fazhi.harvest.source.AddressBounds;

/** Reads Location headers and tells front pages. */
final class Locations {

    /** RFC 9110 §15.4 leaves the number to the client; RFC 9309 §2.3.1.2 names five for robots.txt. */
    static final int MOST_REDIRECTS = 5;

    /** Statuses that lead elsewhere. */
    static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final Set<String> FRONT_PAGES =
            Set.of("", "/", "/index.html", "/index.htm", "/index.shtml", "/index.jsp", "/default.html", "/404.html");

    private static final Pattern LOGIN = Pattern.compile(
            "(?i).*/(?:login|signin|sso|cas|passport|oauth2?)(?:[./_-].*)?|.*/[^/]{0,20}login[^/]{0,20}");

    private static final Pattern ERROR = Pattern.compile(
            "(?i).*/(?:[45]0\\d|err(?:or)?s?|not_?-?found|no_?page|exception|maintain(?:ence|ance)?)(?:[./_-].*)?");

    private static final Pattern WEB_SCHEME = Pattern.compile("(?i)^https?:");

    private Locations() {}

    /** The address a Location names, without fragment; empty where it is none, or too long to be asked. */
    static Optional<URI> resolve(URI base, String location) {
        // The client hands header bytes over as ISO 8859-1; sites send UTF-8 there.
        String text = new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
        int fragment = text.indexOf('#');
        String bare = (fragment >= 0 ? text.substring(0, fragment) : text).replace(" ", "%20");
        if (bare.isEmpty() || bare.length() > AddressBounds.LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(base.resolve(new URI(lowerScheme(bare))).normalize())
                    .filter(AddressBounds::fits);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** RFC 3986 §3.1: a scheme may be written in capitals, and means the same. */
    private static String lowerScheme(String address) {
        return WEB_SCHEME.matcher(address).replaceFirst(scheme -> scheme.group().toLowerCase(Locale.ROOT));
    }

    /** True for addresses at which one logs in; no report stands behind one. */
    static boolean isLogin(URI url) {
        return LOGIN.matcher(Optional.ofNullable(url.getPath()).orElse("")).matches();
    }

    /** True for addresses that name an error. */
    static boolean isErrorPage(URI url) {
        return ERROR.matcher(Optional.ofNullable(url.getPath()).orElse("")).matches();
    }

    static boolean isFrontPage(URI url) {
        return url.getQuery() == null
                && FRONT_PAGES.contains(Optional.ofNullable(url.getPath()).orElse(""));
    }
}
